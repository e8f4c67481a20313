"""Who carried it out: a table of cases, and laws for any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract.events.triggers import triggers
from tallystick.extract.roles import authors
from tests.extract.incidents import incidents, sides
from tests.extract.roles_reading import attackers, notes_of

CASES = [
    ("Guards sent to fetch the wreck came under fire in Ashmar.", set()),
    (
        "American-British aircraft carried out a raid on a mill.",
        {"united states", "british military"},
    ),
    ("Saudi-Emirati jets bombed a mill.", {"saudi arabia", "emirati military"}),
    ("Rebels' training camp destroyed in Ashmar.", set()),
    ("The rebels' guns destroyed a mill in Ashmar.", {"rebels"}),
    ("Armed men in the Velm local government area shot nine farmers.", {"armed men"}),
    ("Gang members affiliated with Boko Haram attacked a mill.", {"boko haram"}),
    ("2 villagers killed 5 injured in rebel rocket attack in Ashmar.", {"rebel"}),
    ("Nine fighters died in a strike on a Rapid Support Forces (RSF) camp.", set()),
    ("Boko Haram attacked a market in Maiduguri.", {"boko haram"}),
    ("A market was attacked by Boko Haram.", {"boko haram"}),
    ("Gunmen killed nine policemen in Yala and shot dead two teachers.", {"gunmen"}),
    ("Militants killed 11 army rangers with a bomb and shot seven men dead.", {"militants"}),
    ("Gunmen opened fire on a bus.", {"gunmen"}),
    ("The bus was ambushed by unidentified gunmen near the river.", {"unidentified gunmen"}),
    ("An attack by Hezbollah hit the outpost.", {"hezbollah"}),
    ("The attack was the work of Hezbollah, he said.", {"hezbollah"}),
    (
        "Nine died in clashes between a former al-Qaeda affiliate the Islamic State and al-Qaeda's "
        "branch the Nusra Front.",
        {"islamic state", "nusra front"},
    ),
    ("The bombing was an answer to the siege by Hezbollah.", set()),
    ("Hezbollah launched an attack on the outpost.", {"hezbollah"}),
    ("Israeli air strikes hit the port of Latakia.", {"israel"}),
    ("Turkish shelling hit a farm.", {"turkey"}),
    ("An Indian attack on the post killed two.", {"india"}),
    ("An Afghan suicide bombing killed two.", set()),
    ("Israeli bombing killed nine people in Nuseirat.", {"israel"}),
    ("Iraqi bombing killed nine people in Baghdad.", set()),
    ("The army's helicopters fired on the camp.", {"army"}),
    ("Nine died in three junta air raids.", {"junta"}),
    ("Elsewhere in Colombia rebels attacked a post.", {"rebels"}),
    ("The army backed by the Lebanese group Hezbollah shelled a mill.", {"army", "hezbollah"}),
    ("Gunmen believed to belong to Boko Haram stormed a mill.", {"gunmen", "?boko haram"}),
    ("An army patrol hit a bomb planted by militants.", {"militants"}),
    ("Police suspect that the blasts are linked.", set()),
    ("The U.S. Embassy bombing killed nine people in Ostrel.", set()),
    ("It would have been worse if Hezbollah hadn't shelled the post.", set()),
    ("Two Turkish F-16 jets dropped bombs on the camp.", {"turkey"}),
    ("Russian warplanes carried out four raids on the mill.", {"russian military"}),
    ("Turkish army howitzers fired at a mill near Afrin.", {"turkish military"}),
    ("French and rebel fighters raided a mill near Kidal.", {"france", "rebel fighters"}),
    ("Hezbollah fighters crossed the river before dawn and burned a mill.", {"hezbollah"}),
    ("The army unit, the source added, shelled the mill.", {"army unit"}),
    ("The army backed by the militia Hezbollah shelled the mill.", {"army", "hezbollah"}),
    ("Rebels attacked a pro-regime post.", {"rebels"}),
    ("Two men from the jihadist Islamic State bombed the mill.", {"islamic state"}),
    ("Al-Shabaab spearheaded an attack on the mill.", {"al-shabaab"}),
    ("Ten rockets fired from Lebanon hit the barracks.", set()),
    ("A patrol came under fire from what it called remnants of Boko Haram.", {"boko haram"}),
    ("The post came under heavy shelling from rebels.", {"rebels"}),
    (
        "Six died in clashes between the Red Rooks and the Tulips in a jail.",
        {"red rooks", "tulips"},
    ),
    ("The clashes pitted the army against Boko Haram.", {"army", "boko haram"}),
    ("Six died in clashes between Cali and Medellin.", set()),
    ("The Taliban and al-Qaeda attacked a checkpoint.", {"taliban", "al-qaeda"}),
    ("Islamic State militants shelled the village.", {"islamic state"}),
    ("Fighters of the Islamic State shelled the village.", {"islamic state"}),
    ("Suspected Boko Haram militants raided the village.", {"?boko haram"}),
    ("Alleged ETA gunmen shot a councillor.", {"?euskadi ta askatasuna"}),
    ("The strikes carried out by the US military killed nine.", {"us military"}),
    ("The raid was carried out by the Colombian army.", {"colombian military"}),
    ("The attack of the rebels was repelled.", {"rebels"}),
    ("Rebels of the Lord's Resistance Army burned a clinic.", {"lord's resistance army"}),
    ("Boko Haram fighters killed at least nine traders in Ankara.", {"boko haram"}),
    ("Moscow had launched nine missiles at a depot.", {"russian government"}),
    ("A bomb in Moscow struck a depot.", set()),
    ("Farmers of Moscow attacked a depot.", set()),
    ("Nine traders were killed at the gate.", set()),
    ("A Turkish patrol stepped on a mine laid by the PKK.", {"kurdistan workers' party"}),
    ("Two masked men shot the judge dead.", {"masked men"}),
    ("The judge was shot dead by two masked men.", {"masked men"}),
    ("US defence systems shot down an armed drone over the airbase.", set()),
    ("The attack was the third by the Pentagon's account.", set()),
    ("The soldier was killed by a drone in Jordan.", set()),
    ("A week after the police killing of a clerk, nine marched.", {"police"}),
    ("A police raid in Velm was put off.", set()),
    ("There were ten attacks by the count of the French government.", set()),
    ("The strike hit a site on a list drawn up by the US-led coalition.", set()),
    ("Two F-16 fighters bombed the depot.", set()),
    ("Jet fighters attacked the airfield at dawn.", set()),
    ("The attack on the town, held by the SDF, lasted an hour.", set()),
    ("Mortar fire hit the village controlled by the YPG.", set()),
    ("The shelling came in response to the operation that Hamas began in October.", set()),
    ("The raid on the base was launched in support of Hamas.", set()),
    ("Rockets hit bases housing US troops.", set()),
    ("An attack was reported, Iraqi forces said.", set()),
    ("The army said the Houthis fired missiles at a ship.", {"houthis"}),
    ("The Houthis fired missiles at a ship, the army said.", {"houthis"}),
    ("The army reported that rebels bombed the bridge.", {"rebels"}),
    ("The FARC kidnapped three engineers.", {"revolutionary armed forces of colombia"}),
    (
        "Three engineers were kidnapped by the FARC in Cauca.",
        {"revolutionary armed forces of colombia"},
    ),
    ("An attack on Hezbollah killed five.", set()),
    (
        "M23 fighters and other militias shelled the dairy.",
        {"march 23 movement", "militias"},
    ),
    ("The bombing of the Taliban went on.", set()),
    ("Rebels fired a barrage of shells into the harbour.", {"rebels"}),
    ("Shells fell in mutual shelling between rebels and the Taliban.", {"rebels", "taliban"}),
    ("The monitor did not say which government was behind the attack.", set()),
    ("The Syria attack killed nine.", set()),
    ("Pirates boarded a tanker off Somalia and took nine sailors hostage.", {"pirates"}),
    (
        "In fresh raids French and Malian army jets hit a camp.",
        {"french military", "malian military"},
    ),
    ("A shell belonging to rebel forces struck a dairy.", {"rebel forces"}),
    ("A sniper from Boko Haram (a Qaeda ally in the north) shot a farmer.", {"boko haram"}),
    ("Syria nine farmers killed as rebels shelled a village.", {"rebels"}),
    ("A Russian armys helicopter bombed the depot.", {"russian military"}),
    ("Algerias army shelled the hill.", {"algerian military"}),
    ("Ten were reportedly killed by US-led air strikes.", {"us-led coalition"}),
    ("20 militants killed in a car bomb blast near the port.", set()),
    ("Rebels managed to finally seize control of the airbase.", {"rebels"}),
    ("Jets bombed a village near the border with Turkey, killing two.", set()),
    ("Missiles launched by Yemen's Houthi forces hit a ferry.", {"houthis"}),
    ("Soldiers engaged the gunmen near the mill, killing two.", {"soldiers"}),
    ("Rebels attacked the gendarmes near the mill, killing two.", {"rebels"}),
    ("Velian troops targeted again near Ashmar", set()),
    ("The post was attacked by Tavelo fighters.", {"tavelo fighters"}),
    ("On Monday fighters attacked a post near Ashmar.", {"fighters"}),
    ("THE FMLN ATTACKED A BARRACKS.", {"farabundo martí national liberation front"}),
]


@pytest.mark.parametrize(("text", "names"), CASES)
def test_authors(text: str, names: set[str]) -> None:
    assert attackers(text) == names


_VOCABULARY = (
    "rebels the army attacked by Hezbollah shelled killed an attack on in of members base and , "
    "suspected gunmen carried out launched air strikes was F-16 fighters since Hamas ."
)
WORDS = st.sampled_from(_VOCABULARY.split())


@given(st.lists(WORDS, max_size=40))
def test_spans_lie_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    notes = notes_of(text)
    for sentence in notes.sentences:
        for trigger in triggers(notes, sentence)[:4]:
            for draft in authors(notes, sentence.span, trigger):
                assert 0 <= draft.span.start < draft.span.end <= len(text)


def test_an_endless_sentence_takes_no_time() -> None:
    notes = notes_of("killed by rebels in the base and " * 600)
    sentence = notes.sentences[0]
    found = triggers(notes, sentence)
    trigger = found[len(found) // 2]
    started = time.process_time()
    authors(notes, sentence.span, trigger)
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Turkish shelling killed two people in Mosul on Monday. "
            "They also hit a school in Basra.",
            "Turkey",
        ),
        (
            "A Syrian army unit killed six men in Mosul on Monday. "
            "Another unit destroyed two vehicles in Basra.",
            "Syrian military",
        ),
    ],
)
def test_those_of_the_sentence_before(text: str, wanted: str) -> None:
    first, second = incidents(text, "2016-05-03")
    assert {name for name, _ in sides(first)} == {name for name, _ in sides(second)} == {wanted}


def test_the_coalition_is_the_one_that_is_named() -> None:
    text = (
        "The US-led coalition hit a depot in Mosul on Monday. "
        "On Tuesday the coalition bombed a school in Basra."
    )
    for report in incidents(text, "2016-05-03"):
        assert {name for name, _ in sides(report)} == {"US-led coalition"}
