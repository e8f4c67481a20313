"""Who is made to speak, by which words, of what: a table of cases, and laws for any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract.quotation.attribution import Attribution, find_attributions
from tallystick.model.document import Span
from tallystick.model.statement import Stance

# text, the source, some words of what is said, those who pass it on
CASES = [
    # who tells of a number
    ("Families in the hills spoke of nine bodies in the yard.", "Families in the hills",
     "nine bodies", ()),
    # whom a headline names last
    ("Drone strike on Orra market kills nine - health officials", "health officials",
     "kills nine", ()),
    ("Lorvia war: six die as shells hit school – army spokesman", "army spokesman",
     "six die as shells hit school", ()),
    ("Shelling kills four civilians in west Lorvia Monitor", "Monitor", "kills four civilians", ()),
    ("Twin blasts leave 12 dead in Velm state TV AFP", "state TV", "leave 12 dead", ()),
    ("Lorvia market raid kills nine Monitor group Reuters", "Monitor group", "kills nine", ()),
    ("Mine kills nine near Orra market town Observatory", "Observatory", "Mine kills nine", ()),
    # a post that is pasted in, with its signature
    ("Nine fell in Velm #Lorvia — Ann Reed (@annreed) May 3, 2014 Residents said shots were heard.",
     "Ann Reed", "Nine fell in Velm", ()),
    ("Nine fell in Velm #Lorvia — Ann Reed (@annreed) May 3, 2014 Residents said shots were heard.",
     "Residents", "shots were heard", ()),
    ("Army says nine rebels fell in Velm pic.example/a1 – Orra News (@orranews) 3 May 2014",
     "Army", "nine rebels fell", ("Orra News",)),
    ("Nine fell in Velm, a panel of the ministry says in a report released this week.",
     "a panel of the ministry", "Nine fell in Velm", ()),
    # a source at the end whose verb was lost
    ("Guards shot nine men on Friday near the border the Berlin-based monitor.",
     "the Berlin-based monitor", "Guards shot nine men", ()),
    ("Nine men were shot on Friday on the road to Velm, the Orra Observatory.",
     "the Orra Observatory", "Nine men were shot", ()),
    # what is set between a source and its verb
    ("The army, however, said ten men fell in a raid.", "The army", "ten men fell", ()),
    # where no comma ends a source
    ("The raid according to a hospital source caused losses.", "a hospital source",
     "The raid according to", ()),
    ("Two fell in a raid, according to statements made to EFE by a guard.", "a guard",
     "Two fell", ()),
    # who passes it on stands between
    ("Reuters, quoting two border guards, said jets had bombed the depot.", "two border guards",
     "jets had bombed the depot", ("Reuters",)),
    ("AFP, citing a relief worker, reported that the camp was shelled.", "a relief worker",
     "the camp was shelled", ("AFP",)),
    ("Xinhua quoting local officials said on Monday that a mine blew up.", "local officials",
     "a mine blew up", ("Xinhua",)),
    ("The governor was quoted as saying by Xinhua that nine miners died.", "The governor",
     "nine miners died", ("Xinhua",)),
    ("“A mine killed nine men” the navy was quoted as saying by local media.", "the navy",
     "A mine killed nine men", ("local media",)),
    ("State radio told of the raid quoting Mayor Ole Arro as giving a toll of nine.",
     "Mayor Ole Arro", "a toll of nine", ("State radio",)),
    ("State radio reported a raid, quoting the mayor as saying that nine men died.",
     "the mayor", "nine men died", ("State radio",)),
    ("A mine blew up on the road to Velm the news agency said according to Arro.", "Arro",
     "A mine blew up", ("the news agency",)),
    # what a statement is posted on does not speak
    ("The Hawks in a statement posted on Twitter and the messaging service Telegram said nine "
     "guards fell.", "The Hawks", "nine guards fell", ()),
    ("A spokesman for the rebels on Twitter said nine guards fell.", "A spokesman for the rebels",
     "nine guards fell", ()),
    ("The Dahl family said nine guards fell.", "The Dahl family", "nine guards fell", ()),
    # whoever just spoke adds something
    ("Nine fell in Velm Ole Arro told EFE adding that six more were hurt.", "Ole Arro",
     "six more were hurt", ("EFE",)),
    ("The navy said nine men fell in the raid, adding that six more were hurt.", "The navy",
     "that six more were hurt", ()),
    ("Nine fell in a raid on the port the news agency said blaming the rebels.",
     "the news agency", "Nine fell in a raid", ()),
    # a person with what explains him
    ("“A jet dropped two bombs on the mill,” Min Arro, a local activist, told Reuters.",
     "Min Arro", "A jet dropped two bombs", ("Reuters",)),
    ("“A jet dropped two bombs on the mill” Min Arro a local activist told Reuters.",
     "Min Arro", "A jet dropped two bombs", ("Reuters",)),
    ("\"We carried nine bodies,\" said Ann Arro, a nurse at the clinic.", "Ann Arro",
     "We carried nine bodies", ()),
    ("“They burned us out,” said Musa, 34, who fled.", "Musa", "They burned us out", ()),
    ("The Registry - which relies on local sources - said the raid killed six.", "The Registry",
     "the raid killed six", ()),
    ("The mayor — a former judge — said two shells fell.", "The mayor", "two shells fell", ()),
    # the ends of a source's name
    ("“It fell at dawn,” Ole Arro, a baker, told the Guardian by phone.", "Ole Arro",
     "It fell at dawn", ("the Guardian",)),
    ("Lorvia Now, citing two porters, said a shell hit the depot.", "two porters",
     "a shell hit the depot", ("Lorvia Now",)),
    ("Harbour officials quoted by QBS News put the dead at 19.", "Harbour officials",
     "the dead at 19", ("QBS News",)),
    ("A porter, interviewed by the Velm Mail on Friday, said that troops fired.", "A porter",
     "troops fired", ("the Velm Mail",)),
    ("The depot was hit at dawn, porters cited by the Velm Mail said.", "porters",
     "The depot was hit at dawn", ("the Velm Mail",)),
    ("A porter bitten by dogs said that troops fired.", "A porter bitten by dogs",
     "troops fired", ()),
    ("[Read more] The website Velm Mail reported that troops left.", "The website Velm Mail",
     "troops left", ()),
    ("Two children were hurt when a barrel fell in rebel-held Velm Reuters reported.", "Reuters",
     "Two children were hurt", ()),
    ("The raid killed six women and 11 others village elders have reported.", "village elders",
     "The raid killed six women", ()),
    # a source after what it says
    ("Rockets fell on a bakery in the town of Orra tweeted the Lorvian Medical Network.",
     "the Lorvian Medical Network", "Rockets fell on a bakery", ()),
    ("A second bomb went off near the station wounding two people said Barros.", "Barros",
     "A second bomb went off", ()),
    ("Loyalist jets confirmed by the army as its own hit the road.", "the army", "Loyalist jets",
     ()),
    ("The army said rebels shelled the bridge.", "The army", "rebels shelled the bridge", ()),
    ("Rebels shelled the bridge, the army said.", "the army", "Rebels shelled the bridge", ()),
    ("Rebels shelled the bridge, said the army.", "the army", "Rebels shelled the bridge", ()),
    ("According to the police, two men opened fire.", "the police", "two men opened fire", ()),
    ("Two men opened fire, according to the police.", "the police", "Two men opened fire", ()),
    ("Police say two men opened fire.", "Police", "two men opened fire", ()),
    ("A source at the base told Reuters that one drone fell.", "A source at the base",
     "one drone fell", ("Reuters",)),
    ("Two US officials told AFP the base was hit.", "Two US officials", "the base was hit",
     ("AFP",)),
    ("A doctor told reporters that nine people died.", "A doctor", "nine people died", ()),
    ("An army spokesman, Colonel Sam Reed, said the convoy was hit.", "An army spokesman",
     "the convoy was hit", ()),
    ("Ann Reed, a spokeswoman for the group, said its men planted it.", "Ann Reed",
     "its men planted it", ()),
    ("The outlawed group claimed the blast, saying that it fired twice.", "The outlawed group",
     "it fired twice", ()),
    ("Hezbollah, which is linked to Iran, said its men planted it.", "Hezbollah",
     "its men planted it", ()),
    ("The minister, who visited the site, said the blast killed nine.", "The minister",
     "the blast killed nine", ()),
    ("Two hours later the army said the convoy was hit.", "the army", "the convoy was hit", ()),
    ("The same evening a doctor said nine people died.", "a doctor", "nine people died", ()),
    ("Residents who fled the town said shells fell all night.", "Residents", "shells fell", ()),
    ("Officials confirmed that the pipeline was blown up.", "Officials",
     "the pipeline was blown up", ()),
    ("The group claimed its fighters downed a helicopter.", "The group", "downed a helicopter", ()),
    ("The ministry denied that its jets bombed the clinic.", "The ministry",
     "its jets bombed the clinic", ()),
    ("The governor accused the rebels of shelling the market.", "The governor",
     "shelling the market", ()),
    ("The army rejected reports that its guns hit the school.", "The army",
     "its guns hit the school", ()),
    ("“Four rockets hit the airfield,” the commander said.", "the commander",
     "Four rockets hit the airfield", ()),
    ("“Four rockets hit the airfield,” said the commander.", "the commander",
     "Four rockets hit the airfield", ()),
    ('"We found two bodies," a police officer said on Monday.', "a police officer",
     "We found two bodies", ()),
    ("“It was dark. We heard three blasts,” a resident said.", "a resident", "It was dark", ()),
    ("The mayor said: “It was dark. We heard three blasts.”", "The mayor", "three blasts", ()),
    ("The newspaper quoted a witness as saying that gunmen stormed the hotel.", "a witness",
     "gunmen stormed the hotel", ("The newspaper",)),
    ("Reuters reported, citing the army, that nine rebels died.", "the army",
     "nine rebels died", ("Reuters",)),
    ("Nine rebels died, Reuters reported, citing the army.", "the army", "Nine rebels died",
     ("Reuters",)),
    ("State media cited the governor as saying shells hit a school.", "the governor",
     "shells hit a school", ("State media",)),
    ("The army said in a statement carried by SANA that it struck a camp.", "The army",
     "struck a camp", ("SANA",)),
    ("The minister told Al Jazeera that the strike missed.", "The minister", "the strike missed",
     ("Al Jazeera",)),
    ("A tally by hospital officials has counted 40 attacks since May.", "hospital officials",
     "40 attacks", ()),
    ("Rebels staged 90 raids in a year, according to data compiled by ACLED.", "ACLED",
     "90 raids", ()),
    ("A statement from the army said two soldiers died.", "army", "two soldiers died", ()),
    ("THE ARMY SAID THAT REBELS BURNED THE TOWN HALL.", "THE ARMY", "REBELS BURNED", ()),
    ("THE SOURCE ADDED THAT NOBODY WAS HURT.", "THE SOURCE", "NOBODY WAS HURT", ()),
    ("ACCORDING TO THE POLICE, A BOMB WENT OFF AT THE BANK.", "THE POLICE", "A BOMB WENT OFF", ()),
    ("The movement has said it will fight on.", "The movement", "it will fight on", ()),
    ("The police later added that the car was stolen.", "The police", "the car was stolen", ()),
    ("The coalition on Friday confirmed the strike near the river.", "The coalition",
     "the strike near the river", ()),
    ("An informed source said the depot was empty.", "An informed source", "the depot was empty",
     ()),
    ("The shells, which analysts say were old, fell on a farm.", "analysts", "were old", ()),
    ("The blast was claimed by the Red Dawn Brigades.", "Red Dawn Brigades", "The blast", ()),
    ("Witnesses reported seeing two jets over the valley.", "Witnesses", "two jets", ()),
    ("The inquiry found that soldiers shot the farmers.", "The inquiry",
     "soldiers shot the farmers", ()),
    ("The rebels took the road, saying that the army had fled.", "The rebels",
     "the army had fled", ()),
    ("Officials warned that more attacks could follow.", "Officials", "more attacks", ()),
    ("The militia boasted that it sank a ship.", "The militia", "it sank a ship", ()),
    ("The envoy alleged that troops fired on the crowd.", "The envoy", "fired on the crowd", ()),
    ("The army said two died and the rebels said nine died.", "The army", "two died", ()),
    ("The army said two died and the rebels said nine died.", "the rebels", "nine died", ()),
    ("Soldiers shot two men, government sources said.", "government sources",
     "Soldiers shot two men", ()),
    ("The Syrian Observatory for Human Rights said a market was bombed.",
     "The Syrian Observatory for Human Rights", "a market was bombed", ()),
    ("He told the BBC that the convoy was ambushed.", "He", "the convoy was ambushed", ("BBC",)),
    ("The general, speaking to Reuters, said the raid failed.", "The general", "the raid failed",
     ("Reuters",)),
    ("The village was burned, a health worker told AP.", "a health worker",
     "The village was burned", ("AP",)),
    ("The police were told by a farmer that men had come.", "a farmer", "men had come", ()),
    ("The army told AFP two drones came. The first was shot down over the bay.", "The army",
     "The first was shot down", ("AFP",)),
    ("Ann Reed, the union's chair, has told AFP that shells fell.", "Ann Reed", "shells fell",
     ("AFP",)),
    ("The Grey League, a band of exiles who live abroad, claims to have burned a depot.",
     "The Grey League", "to have burned a depot", ()),
    ("09.15 The mayor said two shells fell.", "The mayor", "two shells fell", ()),
    ("The mayor denied that a shell fell but said its guards fired.", "The mayor",
     "its guards fired", ()),
    ("The mayor called the tale untrue and said nobody came.", "The mayor", "nobody came", ()),
    # where commas are lost
    ("Shells fell on two farms in the east of the valley a monitor said.", "a monitor",
     "Shells fell on two farms in the east of the valley", ()),
    ("Six men died in the market of Lorvia the activist Adan Prell told AFP.",
     "the activist Adan Prell", "Six men died in the market of Lorvia", ("AFP",)),
    ("Jets came back at noon and hit the bridge residents said on Monday.", "residents",
     "hit the bridge", ()),
    ("Nine farmers were killed in the raid said the Example Observatory.",
     "the Example Observatory", "Nine farmers were killed in the raid", ()),
    ('"They fired at the boats" said harbour spokesman Lt. Col. Tom Varga.',
     "harbour spokesman Lt. Col. Tom Varga", "They fired at the boats", ()),
    ("The dead were all drivers Council director Adan Prell said by telephone from the town.",
     "Council director Adan Prell", "The dead were all drivers", ()),
    ("In a statement issued on Friday the coalition said it hit a depot.", "the coalition",
     "it hit a depot", ()),
    ("The army left the hills in what the coalition said was a retreat.", "the coalition",
     "was a retreat", ()),
    ("According to the observatory the shells came from the north.", "the observatory",
     "the shells came from the north", ()),
    ("The WHO said the wells were clean.", "The WHO", "the wells were clean", ()),
    ("The ministry in a statement carried abroad said two died.", "The ministry", "two died", ()),
    ("Rebels denied involvement and the army responded that Hezbollah fired.", "the army",
     "Hezbollah fired", ()),
    ("Ten men died in the raid on Friday the Example Observatory reports.",
     "the Example Observatory", "Ten men died in the raid", ()),
    ("Ten men died in the raid a broadcaster claims.", "a broadcaster", "Ten men died", ()),
    ("Ten men died in the raid the monitor said and reporters saw smoke.", "the monitor",
     "Ten men died in the raid", ()),
    ("Ten men died in the raid the mayor said describing it as a crime.", "the mayor",
     "Ten men died in the raid", ()),
    ("It was told abroad too with the official TNA news agency saying ten men died.",
     "the official TNA news agency", "ten men died", ()),
    ("State media gave a toll of ten dead in the raid.", "State media", "ten dead", ()),
    ("State media gave a death toll of ten.", "State media", "a death toll of ten", ()),
    ("A nurse in Orra placed the number of dead at ten.", "A nurse in Orra",
     "the number of dead at ten", ()),
    ("The Orra Observatory which monitors violence in Velm said ten died.",
     "The Orra Observatory", "ten died", ()),
    ("North of the river the observatory said rebels took a village.", "the observatory",
     "rebels took a village", ()),
    ('"Three were hurt in the raid" state news agency TNA reported.', "state news agency TNA",
     "Three were hurt", ()),
    # a headline's colon, and a subject that also does something
    ("Ten killed in a raid on the port: monitor", "monitor", "Ten killed in a raid", ()),
    ("Monitor: ten killed in a raid on the port", "Monitor", "ten killed in a raid", ()),
    ("UN: thirty killed in a raid on a camp", "UN", "thirty killed in a raid", ()),
    ("Niger: Chad shelled a school on the border", "Niger", "Chad shelled a school", ()),
    ("Niger: jets bomb a village school, resistance says", "resistance", "bomb a village", ()),
    ("The rebels shelled the town and said they would go on.", "The rebels", "they would go on",
     ()),
]  # fmt: skip


def _plain(words: str) -> str:
    return " ".join(words.split()).lower().removeprefix("the ")


@pytest.mark.parametrize(("text", "source", "said", "via"), CASES)
def test_source_content_and_carriers(
    text: str, source: str, said: str, via: tuple[str, ...]
) -> None:
    found = find_attributions(text)
    fitting = [
        a
        for a in found
        if _plain(a.source.of(text)) == _plain(source)
        and said in a.content.of(text)
        and tuple(_plain(v.of(text)) for v in a.via) == tuple(map(_plain, via))
    ]
    assert fitting, [(a.source.of(text), a.content.of(text), a.via) for a in found]


@pytest.mark.parametrize("country", ["Niger", "Burkina Faso", "SUDAN"])
def test_the_country_that_a_headline_is_about_is_no_source(country: str) -> None:
    assert find_attributions(f"{country}: jets bomb a village school in the north") == []


STANCES = [
    ("The army said the town fell.", Stance.REPORTS),
    ("The army confirmed that the town fell.", Stance.CONFIRMS),
    ("The army admitted that a shell went astray.", Stance.CONFIRMS),
    ("The rebels claimed they took the town.", Stance.CLAIMS),
    ("The army denied that the town fell.", Stance.DENIES),
    ("The army dismissed reports that the town fell.", Stance.DENIES),
    ("The army rejected the claim that the town fell.", Stance.DENIES),
    ("The army blamed the rebels for the fire.", Stance.BLAMES),
    ("The rebels were silent, and priests pointed the finger at the army.", Stance.BLAMES),
    ("The police suspect that a cell planted the bomb.", Stance.DOUBTS),
    ("The rebels vowed to strike the port again.", Stance.ANNOUNCES),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_stance(text: str, stance: Stance) -> None:
    assert stance in {a.stance for a in find_attributions(text)}


SILENT = [
    "Two guards suspected of theft were shot.",
    "Two men said to be rebels were shot.",
    "A porter believed to have fled was shot.",
    "Lorvia neither confirmed nor denied the raid on Velm.",
    "Lorvia declined to confirm or deny that its jets had struck Velm.",
    "No group has claimed that raid on the mill.",
    "Film posted by Baza shows smoke over the mill.",
    "A reported attack shook the town.",
    "Rebels shelled the bridge at dawn.",
    "It was also reported that a bridge fell.",
    "The states of the north were flooded.",
    "The blast claimed the lives of three men.",
    "Nine people were killed in the alleged raid.",
    "Army and rebels trade blame after a strike on the mill.",
    "The two sides exchanged angry accusations after the raid.",
]


@pytest.mark.parametrize("text", SILENT)
def test_nobody_speaks(text: str) -> None:
    assert find_attributions(text) == []


def test_a_denial_keeps_both_voices() -> None:
    text = "The army denied claims by the rebels that they sank a ship."
    sources = {a.source.of(text): a.stance for a in find_attributions(text)}
    assert sources == {"The army": Stance.DENIES, "the rebels": Stance.CLAIMS}


def test_a_denial_ends_where_its_source_goes_on() -> None:
    text = "The army denied that a shell fell on the school but said it had hit a camp."
    first = find_attributions(text)[0]
    assert first.stance is Stance.DENIES
    assert "camp" not in first.content.of(text)


def test_what_is_denied_has_no_speaker_of_its_own() -> None:
    found = find_attributions("The rebels denied reports that they sank a ship.")
    assert [a.stance for a in found] == [Stance.DENIES]


def test_a_quotation_goes_on_with_its_speaker() -> None:
    text = "“We saw smoke,” the mayor said. “Then three shells fell.”"
    last = find_attributions(text)[-1]
    assert last.source.of(text) == "the mayor"
    assert "three shells fell" in last.content.of(text)


_VOCABULARY = (
    "the army said that rebels , . “ ” told Reuters by according to citing claimed denied who "
    "which and it was quoted as saying a source in base attack — ; X SAID ) ("
)
WORDS = st.sampled_from(_VOCABULARY.split())


def test_a_name_like_a_verb_makes_nobody_speak() -> None:
    text = "Nine fell in a raid on the port of Port Said the mayor said."
    assert [a.source.of(text) for a in find_attributions(text)] == ["the mayor"]


def test_denied_allegations_have_no_speaker_of_their_own() -> None:
    text = "The army on Sunday denied allegations that its men shelled the ferry."
    assert [a.stance for a in find_attributions(text)] == [Stance.DENIES]


def test_who_denies_also_suggests() -> None:
    text = "Lorvia denies involvement and instead suggests that rebels shelled the ferry."
    assert [(a.source.of(text), a.stance) for a in find_attributions(text)] == [
        ("Lorvia", Stance.DENIES),
        ("Lorvia", Stance.DOUBTS),
    ]


def test_a_quoted_clause_with_no_speaker_goes_on() -> None:
    text = (
        "“A porter died when shells hit Velm,” said the mayor. In the north “nine men were "
        "killed when jets bombed a ferry” held by rebels."
    )
    last = find_attributions(text)[-1]
    assert last.source.of(text) == "the mayor"
    assert "nine men were killed" in last.content.of(text)


def test_a_quoted_name_has_no_speaker() -> None:
    text = "“A porter died when shells hit Velm,” said the mayor. Jets hit the “Old Mill” later."
    assert [a.source.of(text) for a in find_attributions(text)] == ["the mayor"]


@pytest.mark.parametrize(
    "text",
    [
        "Nine men were killed by gunmen who later shelled the Orra Observatory.",
        "Nine men were killed on Friday at the old hill of the Observatory.",
        "Seven shells fell in reported raids on the port.",
    ],
)
def test_what_is_hit_says_nothing(text: str) -> None:
    assert not find_attributions(text)


@given(st.lists(WORDS, max_size=60))
def test_spans_lie_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for found in find_attributions(text):
        _inside(text, found)


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for found in find_attributions(text):
        _inside(text, found)


def _inside(text: str, found: Attribution) -> None:
    whole = Span(0, len(text))
    assert all(whole.contains(s) for s in (found.source, found.cue, found.content, *found.via))
    assert found.source.of(text).strip()


@pytest.mark.parametrize(
    "unit",
    ["said that it ", "X, citing Y, ", "“quote ", "the group, ", "also ", "rebels said attack by "],
)
def test_an_endless_sentence_takes_no_time(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    started = time.process_time()
    find_attributions(text)
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    "text",
    [
        "The agency cannot independently verify reports from the valley.",
        "Nobody couldn't tell it.",
        "The siege makes it hard to check these claims.",
        "Gunmen attack the Kandar governor",
        "Shelling near Orra wounds Dutch NGO",
        "Shells fall on the port of Orra - the pearl of Lorvia",
        "The toll of the raid rose to nine - five soldiers and four officers",
        "Fighters accused of the raid are at large.",
    ],
)
def test_what_is_not_said_has_no_speaker(text: str) -> None:
    assert not find_attributions(text)


@pytest.mark.parametrize(
    "claims", ["government claims that they had fled", "claims by the army that they had fled"]
)
def test_who_denies_the_claims_of_others_goes_on_to_speak(claims: str) -> None:
    text = f"The rebels on Monday denied {claims} and said that they killed 60 troops."
    (said,) = [a for a in find_attributions(text) if a.cue.of(text) == "said"]
    assert said.source.of(text) == "The rebels"
    others = [a for a in find_attributions(text) if a is not said and a.cue != said.cue]
    assert all(a.content.end <= said.cue.start for a in others)


@pytest.mark.parametrize("where", ["an account published Wednesday", "a news conference"])
def test_what_was_said_in_an_account_stands_before_it(where: str) -> None:
    text = f"Troops pulled four men from a bus and shot them, aid workers said in {where}."
    (found,) = find_attributions(text)
    assert found.content.of(text).startswith("Troops pulled")
