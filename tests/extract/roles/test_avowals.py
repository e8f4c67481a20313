"""Acts that a side avows, itself or through whoever speaks for it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallystick.extract.roles.avowals import avowals, is_self
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.model.values import ActorRef
from tests.extract.incidents import incidents, sides
from tests.extract.roles_reading import notes_of

_RAID = "Gunmen stormed a barracks near Herat on Monday. "

AVOWED = [
    ("The Taliban said that its fighters had planted the mine.", {"Taliban"}),
    ("The Taliban said on Friday that they had set it off.", {"Taliban"}),
    ("Hezbollah said they did it.", {"Hezbollah"}),
    ("Zabi Karim, a spokesman for the Taliban, said the mine was laid by its men.", {"Taliban"}),
    ("“Our fighters placed the mine,” said Zabi Karim, a Taliban commander.", {"Taliban"}),
    ("A caller speaking for Hezbollah told the radio that the group had shot him.", {"Hezbollah"}),
    ("A caller who spoke on behalf of Hezbollah said the movement's gunners had fired.",
     {"Hezbollah"}),
    ("A militant group, the Grey Owls, said it burned the depot.", {"Grey Owls"}),
    ("Hezbollah and Hamas said in a joint statement that their men had shelled the post.",
     {"Hezbollah", "Hamas"}),
    ("Hezbollah said that the blast was its work.", {"Hezbollah"}),
    ("Hezbollah announced that the raid had been the work of its Radwan unit.", {"Hezbollah"}),
    ("The Hezbollah spokesman, Sami Reed, told the radio that the movement's gunners had fired.",
     {"Hezbollah"}),
    ("Amaq said that its fighters had stabbed him.", {"Islamic State"}),
    ("Russia's defence ministry said that its forces had hit the depot.", {"Russian military"}),
    ("Yemen's Houthi movement said its naval forces had hit a ship.", {"Houthis"}),
    ("The anti-Hezbollah Grey Owl Front said it had fired.", {"Grey Owl Front"}),
    ("Hezbollah, which is close to Iran and linked to Hamas, said it had fired.", {"Hezbollah"}),
    ("A cell named Orchard Dawn posted on Facebook that it had done the bombing.",
     {"Orchard Dawn"}),
    ("Both Hezbollah and Hamas said that they were holding him.", {"Hezbollah", "Hamas"}),
    ("Hezbollah said its men had hit the post with two missiles.", {"Hezbollah"}),
    ("Hezbollah said it was they who shelled the post.", {"Hezbollah"}),
    ("Hezbollah said that a commando of its southern wing had mined the road.", {"Hezbollah"}),
    ("Hezbollah confirmed that its militia had burned the depot.", {"Hezbollah"}),
    ("Hezbollah said its guns had replied to an air raid.", {"Hezbollah"}),
    ("Hezbollah admitted that two of its own shells, meant for a post, fell on a school.",
     {"Hezbollah"}),
    ("Hezbollah said that two of its fighters fell at the post.", set()),
    ("Hezbollah said its men had stopped a search.", set()),
    ("The government insisted they were responsible.", set()),
    ("Hezbollah said its men had stopped a bus and shot the driver.", {"Hezbollah"}),
    ("Hezbollah said that “the lions of the resistance” hit the post.", {"Hezbollah"}),
    ("Hezbollah did not say that it had fired.", set()),
    ("Hezbollah never confirmed that its men planted the mine.", set()),
    ("Hezbollah said that it had not fired.", set()),
    ("Hezbollah said that one of its fighters had been killed in a raid.", set()),
    ("Hezbollah said that it was attacked at dawn.", set()),
    ("The army denied claims by Hezbollah that they inflicted losses on it.", set()),
    ("Hezbollah said that it was jointly responsible.", {"Hezbollah"}),
    ("Hezbollah claimed to have shelled the post.", {"Hezbollah"}),
    ("Hezbollah says it too took part.", {"Hezbollah"}),
    ("The Joint Force of clans allied with the army said it hit the post.",
     {"Joint Force of clans allied with the army"}),
    ("Activists allied with the army said it hit the post.", set()),
    ("The Israeli army said that nine targets had been destroyed near Tyre.", {"Israeli military"}),
    ("The Israeli army said that nine targets were hit by Hezbollah.", set()),
    ("The army said the militants attacked a post near Herat.", set()),
    ("Kabul's interior ministry said that the rebels had shelled the town.", set()),
    ("The Taliban said the group had shelled the town.", {"Taliban"}),
    ("Gran Fisher's leader said that his men had shelled the town.", {"Gran Fisher"}),
    ("Baldo Reed, speaking for the Karsk River Command, said that its units had planted the mine.",
     {"Karsk River Command"}),
    ("A farmer said that nine targets had been destroyed near Tyre.", set()),
    ("A leaflet signed by the Taliban said the two men had been executed.", {"Taliban"}),
    ("The Taliban said the two men had been executed.", set()),
    ("The Orra Republican Guards, a separatist outfit, said they had laid it.",
     {"Orra Republican Guards"}),
    ("Hezbollah said it was its guns that hit the post.", {"Hezbollah"}),
    ("The raid was the work of “the soldiers of the caliphate”, Islamic State said.",
     {"Islamic State"}),
    ("Hezbollah in eastern Syria said it had hit the post.", {"Hezbollah"}),
    ("Rebels in eastern Syria said they had hit the post.", {"Rebels"}),
    ("The al Qaeda affiliate Jabhat al-Nusra said it had hit the post.", {"Nusra Front"}),
    ("The Hezbollah spokesman claimed to have wounded two guards.", {"Hezbollah"}),
    ("Hezbollah said its men took part in the raid.", {"Hezbollah"}),
    ("Hezbollah said its men had taken the village of Orun.", {"Hezbollah"}),
    ("Hezbollah said its guns returned fire.", {"Hezbollah"}),
    ("Hezbollah said that its sappers brought down two pylons.", {"Hezbollah"}),
    ("Hezbollah said that its sappers brought down two drones.", set()),
    ("An anonymous caller told a newspaper that Hamas had planted the mine.", {"Hamas"}),
    ("A caller told the radio that the killing was the work of Hamas.", {"Hamas"}),
    ("A caller said that Hamas had not planted the mine.", set()),
    ("A driver told the radio that Hamas had planted the mine.", set()),
    ("Police admitted that one of its officers had shot the boy.", {"Police"}),
    ("Police said that one of its officers had shot the boy.", set()),
    ("Hezbollah said its men had shot down two drones.", set()),
    ("Hezbollah said its men shot down a drone at noon and shelled a post.", {"Hezbollah"}),
    ("The Grey Shield, allied with Hezbollah, said its men had shelled a post.", {"Grey Shield"}),
    ("Hezbollah said it had shelled neither village.", set()),
    ("Sami Reed, a spokesman for Hezbollah, said the movement's special force was responsible.",
     {"Hezbollah"}),
    ("Hezbollah said that the army had shelled its men.", set()),
    ("The army said that its men had launched a manhunt.", set()),
    ("A doctor said that they had fired on the ambulance.", set()),
    ("The police said that its officers were attacked.", set()),
    ("The governor said the group had planted the mine.", set()),
    ("Nobody has said that they did it.", set()),
    ("The regime's television says that we shelled the village.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), AVOWED)
def test_who_avows_an_act(text: str, names: set[str]) -> None:
    notes = notes_of(text)
    found = avowals(notes, notes.sentences[0].span)
    assert {d.value.name for d in found if isinstance(d.value, ActorRef)} == names


def test_whom_a_text_holds_responsible_is_not_who_writes_it() -> None:
    notes = notes_of("While we hold Velia fully responsible for the raid we call for calm.")
    assert avowals(notes, Span(0, len(notes.text))) == []


def test_a_text_in_a_sides_own_voice_avows_what_its_men_did() -> None:
    notes = notes_of("COMMUNIQUE\n\nAt dawn on Monday our comrades attacked the post at Velm.")
    (found,) = avowals(notes, notes.sentences[-1].span)
    assert (found.span.of(notes.text), found.stance) == ("our comrades", Stance.CLAIMS)


def test_the_rebels_are_the_group_told_of_before() -> None:
    notes = notes_of("Hezbollah moved on Tyre. The rebels said they had hit the post.")
    (found,) = avowals(notes, notes.sentences[1].span)
    assert found.value == ActorRef("Hezbollah", "hezbollah")


def test_a_caller_speaks_for_whom_he_names() -> None:
    notes = notes_of(
        "The mayor blamed Hezbollah. A caller who said he spoke for Boko Haram told a radio that "
        "the group had placed the bomb."
    )
    assert {d.value for d in avowals(notes, notes.sentences[1].span)} == {
        ActorRef("Boko Haram", "boko-haram")
    }


def test_the_last_line_signs() -> None:
    text = "The Velm Front writes:\n\nOur men shelled the post.\n\nThe Orra Brigades, Command"
    notes = notes_of(text)
    told = next(s for s in notes.sentences if "shelled" in s.span.of(text))
    (found,) = avowals(notes, told.span)
    assert found.value == ActorRef("Orra Brigades")


def test_what_somebody_quotes_of_our_men_is_not_the_texts_own() -> None:
    notes = notes_of("On the wall stood “our comrades attacked the post”.")
    assert avowals(notes, notes.sentences[0].span) == []


@pytest.mark.parametrize(
    "said",
    [
        "The governor said the group had planted the mine.",
        "He said they had fired on the house.",
        "A rights group said it had launched an appeal.",
        "“Our officers shot the man,” the police chief said.",
    ],
)
def test_who_is_no_group_avows_nothing_for_one(said: str) -> None:
    notes = notes_of(f"Hamas was silent. {said}")
    assert avowals(notes, notes.sentences[1].span) == []


def test_a_group_is_the_one_named_before() -> None:
    notes = notes_of("Hamas was silent. The group said that its men had fired the rocket.")
    found = avowals(notes, notes.sentences[1].span)
    assert [(d.value, d.span.of(notes.text)) for d in found] == [
        (ActorRef("Hamas", "hamas"), "its men")
    ]


def test_the_group_is_the_one_that_the_sentence_before_is_about() -> None:
    notes = notes_of(
        "Hamas disowned the raid, which Hezbollah laid at its door. The group said its men did it."
    )
    found = avowals(notes, notes.sentences[1].span)
    assert {d.value for d in found} == {ActorRef("Hamas", "hamas")}


@pytest.mark.parametrize(
    ("said", "side"),
    [
        ("The Taliban said that they did it.", "Taliban"),
        ("A spokesman for the Taliban said that the raid was carried out by its men.", "Taliban"),
        ("The Taliban put its name to the raid.", "Taliban"),
        ("On Wednesday the Taliban claimed responsibility for the raid.", "Taliban"),
        ("Claimed by the Taliban.", "Taliban"),
        ("The Taliban claimed it on Telegram.", "Taliban"),
    ],
)
def test_the_claim_is_of_what_was_told_before(said: str, side: str) -> None:
    (raid,) = incidents(_RAID + said, "2024-03-05")
    assert (side, Stance.CLAIMS) in sides(raid)


def test_who_speaks_for_a_side_is_the_source_of_its_claim() -> None:
    text = _RAID + "Omar Reed, a spokesman for the Taliban, said its fighters had done it."
    (raid,) = incidents(text, "2024-03-05")
    chains = [s.chain for s in raid.of(Field.ATTACKER) if s.stance is Stance.CLAIMS]
    assert chains
    assert all(chain[0].name == "Omar Reed" for chain in chains)


@pytest.mark.parametrize(
    ("words", "own"),
    [("it", True), ("its fighters", True), ("The group", True), ("Hezbollah", False)],
)
def test_words_for_oneself(words: str, own: bool) -> None:
    assert is_self(words) is own


_WORDS = (
    "Hezbollah said that it its fighters had planted the mine was laid by our men the group "
    "spokesman for a caller did it and , . “ ” on Monday not behind the raid"
)


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=40))
def test_spans_lie_in_the_clause(words: list[str]) -> None:
    text = " ".join(words)
    notes = notes_of(text)
    for sentence in notes.sentences:
        for draft in avowals(notes, sentence.span):
            assert 0 <= draft.span.start < draft.span.end <= len(text)


@pytest.mark.parametrize("unit", ["said that its fighters ", "and its own men on ", "it had been "])
def test_an_endless_sentence_takes_no_time(unit: str) -> None:
    notes = notes_of("Hezbollah said " + unit * (20_000 // len(unit)))
    started = time.process_time()
    avowals(notes, Span(0, len(notes.text)))
    assert time.process_time() - started < 2
