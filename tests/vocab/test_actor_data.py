"""The actor vocabulary's data: whole, consistent, and as wide as it says."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tallystick.errors import VocabularyError
from tallystick.vocab.actor_data import ActorData, read_actors, read_countries, read_package
from tallystick.vocab.actor_types import ActorKind, RelationKind, RelationType
from tallystick.vocab.actors import ActorBook, actor_book
from tallystick.vocab.roles import ROLES

EXPECTED = {
    "FMLN": "fmln",
    "Sendero Luminoso": "shining-path",
    "FARC": "farc",
    "M-19": "m-19",
    "Medellin Cartel": "medellin-cartel",
    "the Extraditables": "extraditables",
    "MRTA": "mrta",
    "URNG": "urng",
    "FPMR": "fpmr",
    "Atlacatl Battalion": "atlacatl-battalion",
    "Contras": "contras",
    "Tupac Amaru Revolutionary Movement": "mrta",
    "IRA": "ira",
    "Ulster Volunteer Force": "uvf",
    "ETA": "eta",
    "Kosovo Liberation Army": "kosovo-liberation-army",
    "Bosnian Serbs": "bosnian-serb-forces",
    "Chechen rebels": "chechen-fighters",
    "Tamil Tigers": "ltte",
    "Lashkar-e-Taiba": "lashkar-e-taiba",
    "Jaish-e-Mohammad": "jaish-e-mohammed",
    "Hizbul Mujahideen": "hizbul-mujahideen",
    "Naxalites": "cpi-maoist",
    "Taleban": "taliban",
    "Haqqani network": "haqqani-network",
    "Pakistani Taliban": "ttp",
    "Baloch Liberation Army": "bla",
    "Abu Sayyaf": "abu-sayyaf",
    "New People's Army": "new-peoples-army",
    "Tatmadaw": "mil-mm",
    "Arakan Army": "arakan-army",
    "Jemaah Islamiyah": "jemaah-islamiyah",
    "Free Aceh Movement": "free-aceh-movement",
    "Kataib Hizballah": "kataib-hezbollah",
    "Asa’ib Ahl al-Haqq": "asaib-ahl-al-haq",
    "Harakat al-Nujaba": "harakat-hezbollah-al-nujaba",
    "Islamic Resistance in Iraq": "islamic-resistance-in-iraq",
    "Hashd al-Shaabi": "popular-mobilization-forces",
    "Mahdi Army": "mahdi-army",
    "Peshmerga": "peshmerga",
    "IRGC": "irgc",
    "Qods Force": "irgc-quds-force",
    "Free Syrian Army": "free-syrian-army",
    "Ahrar al-Sham": "ahrar-al-sham",
    "Jabhat al-Nusra": "nusra-front",
    "Hay’at Tahrir al-Sham": "hayat-tahrir-al-sham",
    "YPG": "ypg",
    "Syrian Democratic Forces": "syrian-democratic-forces",
    "White Helmets": "white-helmets",
    "Daesh": "islamic-state",
    "ISIL": "islamic-state",
    "al-Qaida": "al-qaeda",
    "Syrian Observatory for Human Rights": "sohr",
    "SANA": "sana",
    "Hizbullah": "hezbollah",
    "Hamas": "hamas",
    "Izz ad-Din al-Qassam Brigades": "qassam-brigades",
    "Palestinian Islamic Jihad": "palestinian-islamic-jihad",
    "IDF": "mil-il",
    "Gaza Health Ministry": "gaza-health-ministry",
    "UNRWA": "unrwa",
    "Houthis": "houthis",
    "Ansar Allah": "houthis",
    "AQAP": "aqap",
    "Saudi-led coalition": "saudi-led-coalition",
    "PKK": "pkk",
    "Libyan National Army": "libyan-national-army",
    "JNIM": "jnim",
    "Boko Haram": "boko-haram",
    "ISWAP": "islamic-state-west-africa",
    "al-Shabab": "al-shabaab",
    "Janjaweed": "janjaweed",
    "Rapid Support Forces": "rapid-support-forces",
    "SPLA": "spla",
    "TPLF": "tplf",
    "M23": "m23",
    "Lord's Resistance Army": "lra",
    "Interahamwe": "interahamwe",
    "anti-balaka": "anti-balaka",
    "RENAMO": "renamo",
    "UNITA": "unita",
    "Armed Islamic Group": "gia",
    "Wagner Group": "wagner-group",
    "Azov Regiment": "azov",
    "Donetsk People's Republic": "donetsk-peoples-republic",
    "Sinaloa Cartel": "sinaloa-cartel",
    "Los Zetas": "zetas",
    "Pentagon": "mod-us",
    "CENTCOM": "centcom",
    "NATO": "nato",
    "ISAF": "isaf",
    "U.S.-led coalition": "us-led-coalition",
    "MINUSMA": "minusma",
    "UNIFIL": "unifil",
    "ICRC": "icrc",
    "Doctors Without Borders": "msf",
    "Human Rights Watch": "human-rights-watch",
    "Reuters": "reuters",
    "Associated Press": "ap",
    "PressTV": "press-tv",
    "New York Post": "new-york-post",
    "unidentified gunmen": "gunmen",
    "death squad": "death-squads",
    "drug traffickers": "drug-traffickers",
    "حزب الله": "hezbollah",
    "داعش": "islamic-state",
    "المرصد السوري لحقوق الإنسان": "sohr",
    "Partiya Karkerên Kurdistanê": "pkk",
    "Ejército de Liberación Nacional": "eln",
    "État islamique": "islamic-state",
    "ВСУ": "mil-ua",
}


@pytest.mark.parametrize(("name", "id"), EXPECTED.items())
def test_names_that_news_uses_are_known(name: str, id: str) -> None:
    text = f"It was {name}, they said."
    assert [hit.item.id for hit in actor_book().find(text)] == [id]


def test_at_least_350_actors_are_listed() -> None:
    assert len(read_package().actors) >= 350


def test_ids_are_unique_and_plain() -> None:
    ids = Counter(actor.id for actor in read_package().actors)
    assert [id for id, count in ids.items() if count > 1] == []
    assert [id for id in ids if not id.isascii() or id != id.lower() or " " in id] == []


def test_relations_have_sources_and_never_run_in_a_circle() -> None:
    book = actor_book()
    for actor in read_package().actors:
        for relation in actor.relations:
            assert len(relation.source) > 10, actor.id
            assert relation.other in book, actor.id
            low, high = actor.id, relation.other
            if relation.type is RelationType.UMBRELLA_OF:
                low, high = high, low
            assert low not in book.sides(high), actor.id


def test_relations_run_forward_in_time() -> None:
    relations = [r for actor in read_package().actors for r in actor.relations]
    dated = [r for r in relations if r.since and r.until]
    assert dated
    assert [r for r in dated if r.since > r.until] == []  # type: ignore[operator]
    texts = [text for r in relations for text in (r.since, r.until) if text]
    assert all(text[:4].isdigit() and len(text) in (4, 7, 10) for text in texts)


def test_only_collectives_and_security_cover_sorts() -> None:
    for actor in actor_book():
        if actor.covers:
            assert actor.kind in (ActorKind.COLLECTIVE, ActorKind.SECURITY), actor.id


def test_countries_are_complete() -> None:
    data = read_package()
    codes = {country.code for country in data.countries}
    assert len(codes) > 195
    assert all(country.names and country.demonyms for country in data.countries)
    used = {actor.country for actor in data.actors if actor.country}
    assert used - codes <= {"EH"}  # Western Sahara has no state of its own here


def test_the_guide_is_true() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "add-an-actor.md").read_text("utf-8")
    examples = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    assert [actor.id for text in examples for actor in read_actors("guide", text)] == [
        "river-brigade",
        "mil-il",
    ]
    assert all(f"{role.prefix}-" in guide for role in ROLES)
    assert all(f"`{type}`" in guide for type in RelationType)


A = '[[actor]]\nid = "a"\nname = "Dawn Guard"\nkind = "armed_group"\n'
B = A.replace('"a"', '"b"')


def book_of(text: str, *, shared: frozenset[tuple[str, str]] = frozenset()) -> ActorBook:
    countries = read_countries('PE = { names = ["Peru"], demonyms = ["Peruvian"] }')
    return ActorBook(ActorData(read_actors("x.toml", text), countries, shared))


@pytest.mark.parametrize(
    "text",
    [
        A + A,
        A + B,
        A + '[[actor.relations]]\ntype = "part_of"\nother = "nobody"\nsource = "A book"',
        A + '[[actor.relations]]\ntype = "part_of"\nother = "a"',
        A + '[[actor.relations]]\ntype = "cousin_of"\nother = "a"\nsource = "A book"',
        A.replace("armed_group", "club"),
        "[[actor]]\nid = 'a'",
        "not toml [",
    ],
    ids=[
        "id twice",
        "name twice",
        "no such actor",
        "no source",
        "no type",
        "no kind",
        "no name",
        "x",
    ],
)
def test_malformed_data_is_refused(text: str) -> None:
    with pytest.raises(VocabularyError):
        book_of(text)


def test_a_shared_name_goes_to_the_country_spoken_of() -> None:
    both = A + 'country = "PE"\n' + B
    shared = frozenset({("dawn guard", "a")})
    book = book_of(both, shared=shared)
    assert [h.item.id for h in book.find("Dawn Guard struck")] == ["b"]
    assert [h.item.id for h in book.find("Dawn Guard struck", countries=["PE"])] == ["a"]
    assert "a" in [h.item.id for h in book.find("Dawn Guard struck near the Peruvian coast")]


def test_a_name_that_nobody_owns_needs_a_country() -> None:
    shared = frozenset({("dawn guard", "a")})
    book = book_of(A + 'country = "PE"\n', shared=shared)
    assert book.find("Dawn Guard struck") == []
    assert [h.item.id for h in book.find("Peru: Dawn Guard struck")] == ["state-pe", "a"]


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("kataib-hezbollah", "islamic-resistance-in-iraq", RelationKind.MEMBER),
        ("kataib-hezbollah", "proxy-ir", RelationKind.SORT_OF),
        ("houthis", "proxy-ir", RelationKind.SORT_OF),
        ("houthis", "state-ir", RelationKind.BACKED_BY),
        ("kataib-hezbollah", "irgc", RelationKind.BACKED_BY),
        ("qassam-brigades", "hamas", RelationKind.PART_OF),
        ("irgc-quds-force", "state-ir", RelationKind.PART_OF),
        ("centcom", "mil-us", RelationKind.PART_OF),
        ("centcom", "us-led-coalition", RelationKind.MEMBER),
        ("ypg", "syrian-democratic-forces", RelationKind.MEMBER),
        ("hayat-tahrir-al-sham", "nusra-front", RelationKind.SUCCESSOR),
        ("fpl-sv", "guerrillas", RelationKind.SORT_OF),
        ("rebels", "militants", RelationKind.SORT_OF),
        ("police", "pol-co", RelationKind.SORT_OF),
        ("hamas", "hezbollah", None),
        ("taliban", "proxy-ir", None),
        ("police", "mil-co", None),
        ("boko-haram", "armed-ps", None),
    ],
)
def test_how_actors_stand_to_each_other(first: str, second: str, kind: RelationKind | None) -> None:
    book = actor_book()
    assert book.related(first, second) is kind
    assert book.related(second, first) is kind


def test_every_type_of_relation_is_used() -> None:
    used = {r.type for actor in read_package().actors for r in actor.relations}
    assert used == set(RelationType)


@pytest.mark.parametrize(
    "text",
    [
        "it is over",
        "LIFE IS HARD IN THE VALLEY",
        "a plan to let people mend the model",
        "THEY PLAN TO LET THE TOWN MEND",
        "the guardian of the child",
        "an estimated time of arrival",
    ],
)
def test_ordinary_words_are_not_names(text: str) -> None:
    assert actor_book().find(text) == []


def test_acronyms_are_read_in_capitals() -> None:
    text = "BOGOTA - THE ELN AND THE FARC ATTACKED THE POLICE STATION."
    assert [h.item.id for h in actor_book().find(text)] == ["eln", "farc"]


@pytest.mark.parametrize("text", ["Houthi-held Hodeida", "the rebel-controlled east"])
def test_a_name_that_only_says_whose_is_left(text: str) -> None:
    assert actor_book().find(text) == []


def test_a_sort_of_actor_that_only_describes_a_thing_is_left() -> None:
    assert actor_book().find("near a military base") == []
    assert [h.item.id for h in actor_book().find("the military shelled it")] == ["military"]
