"""The day and the place that a clause gives: of the act, not of the speaking."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.model.statement import Field
from tallystick.model.values import PartialDate
from tests.extract.incidents import days, incidents, places, reading

DAYS = [
    # nor is it that on which one of the hurt died
    ("A soldier wounded in the shelling of Goma died in a hospital in Kigali on Friday, the army "
     "said.", "2012-11-20", None),
    ("A guard injured by a bomb in Goma succumbed late on Friday.", "2012-11-20", None),
    # the day of the act beside that of speaking
    (
        "The ministry said on Wednesday that a bomb had exploded in Quetta on Tuesday.",
        "2013-08-09",
        "2013-08-06",
    ),
    ("An air strike on Saturday hit a clinic in Aleppo, the monitor reported on Sunday.",
     "2016-11-14", "2016-11-12"),
    ("In an interview published on Sunday, the general said rebels had ambushed a convoy near "
     "Goma on Friday.", "2008-11-10", "2008-11-07"),
    ("In a statement issued on Monday, the group said that it had attacked a patrol near "
     "Maiduguri on Saturday.", "2015-02-12", "2015-02-07"),
    ("On Friday, the newspaper said that gunmen had stormed a hotel in Kabul on Tuesday.",
     "2011-07-02", "2011-06-28"),
    ("The committee reported today that guerrillas attacked a barracks in Usulutan on "
     "14 November.", "1989-11-16", "1989-11-14"),
    # and be the words for it ever so far away
    ("In a letter issued on Monday it said that it ambushed a patrol of the Nigerian army on the "
     "road from the coast to Maiduguri on Saturday.", "2015-02-12", "2015-02-07"),
    ("The army said on Sunday that rebels shelled a clinic and two crowded schools on the edge of "
     "the town of Goma on Friday.", "2012-11-20", "2012-11-16"),
    ("The army on Sunday said rebels shelled a clinic and two crowded schools on the edge of the "
     "town of Goma on Friday.", "2012-11-20", "2012-11-16"),
    ("On Friday, Reuters said gunmen stormed a hotel and a bank in the crowded middle of the old "
     "city of Kabul on Tuesday.", "2011-07-02", "2011-06-28"),
    # one set in between commas takes no day away, nor one at the end
    ("Last night, the ministry said, nine drones were destroyed over the Kursk region.",
     "2014-08-25", "2014-08-24"),
    ("Artillery fire wrecked five houses in Donetsk on Friday, a monitor said.",
     "2014-08-25", "2014-08-22"),
    ("Artillery killed five people on Friday, a monitor in Donetsk said.",
     "2014-08-25", "2014-08-22"),
    ("A bomb hurt nine people in Goma on Friday. One of the hurt died at the Kigali military "
     "hospital on Sunday.", "2012-11-20", "2012-11-16"),
    # the day of speaking stands in where nothing else gives one
    ("The army said on Sunday that rebels had shelled a clinic in Goma.",
     "2012-11-20", "2012-11-18"),
    ("On Friday, the newspaper said gunmen had stormed a hotel in Kabul.",
     "2011-06-30", "2011-06-24"),
    # nor does one on which somebody was blamed, or nobody knew
    ("The governor accused the rebels on Sunday of having shelled a clinic in Goma on Friday.",
     "2012-11-20", "2012-11-16"),
    ("The army and the rebels traded accusations on Sunday of having shelled a clinic in Goma, "
     "where two nurses died on Friday.", "2012-11-20", "2012-11-16"),
    ("It was unclear on Sunday who had shot the mayor of Goma on Friday.",
     "2012-11-20", "2012-11-16"),
    ("There was confusion on Sunday over how many were killed in Goma when rebels stormed a "
     "clinic on Friday.", "2012-11-20", "2012-11-16"),
    ("The mayor of Goma was shot dead on Friday, it emerged on Sunday.",
     "2012-11-20", "2012-11-16"),
    # but that of an attack is none of speaking
    ("The same leaflet takes credit for Friday's mine attack on a lorry in Goma, and says nothing "
     "of the men who died on Sunday.", "2012-11-20", "2012-11-16"),
    # a day told of somebody is none of the act
    ("The mayor, who had come home on Tuesday, was shot dead in Goma on Friday.",
     "2012-11-20", "2012-11-16"),
    ("The mayor, who had come home on Tuesday, was shot dead in Goma.", "2012-11-20", None),
    ("The front on Saturday took responsibility for the bomb that killed two in Goma on Friday.",
     "2012-11-20", "2012-11-16"),
    # days that lie apart are no stretch
    ("Bombs killed nine soldiers in Goma on May 22, and on June 30.", "2012-07-02", "2012-05-22"),
    # nor is the span of a count
    ("Rebels blew up the pipeline near Goma for the 40th time this year.", "2012-11-20", None),
    # nor is that of a claim or a reproach
    ("A mine killed two men in Cork on Monday. On Thursday, however, a man calling himself Finn "
     "claimed the blast by telephone.", "1999-05-08", "1999-05-03"),
    ("On Thursday a caller claimed the ambush in Cork on Monday.", "1999-05-08", "1999-05-03"),
    # nor is that of a court or of a meeting on it
    ("A man was charged on Thursday with the murder of a clerk in a robbery in Cork.",
     "1999-05-08", None),
    ("Two men arrested in Sligo on Monday fired the shots that killed a clerk in Cork on Friday.",
     "1999-05-06", "1999-04-30"),
    ("Ministers were to meet in Dublin on Friday to discuss the bombing of a hotel in Cork.",
     "1999-05-06", None),
    # nor is that of a toll that rose or of a death later on
    ("The toll of a blast in Cork on Monday rose to nine dead on Wednesday.",
     "1999-05-06", "1999-05-03"),
    ("A guard who was shot in Cork on Monday died of his wounds on Wednesday.",
     "1999-05-06", "1999-05-03"),
    ("The toll of a blast in Cork on Monday rose to nine on Wednesday.", "1999-05-06",
     "1999-05-03"),
    # nor is that of an avowal
    ("Rebels owned up on Thursday to shooting a mayor in Goma on Monday.",
     "2012-11-23", "2012-11-19"),
    ("The front also claimed, on Thursday, the shooting of a judge in Goma on Monday.",
     "2012-11-23", "2012-11-19"),
    ("In a film posted on Thursday the front said it shelled Goma on Monday.",
     "2012-11-23", "2012-11-19"),
    # nor is that on which word of it got about
    ("Details emerged on Wednesday of the ambush near Cork in which gunmen shot a guard on "
     "Monday.", "1999-05-06", "1999-05-03"),
    # the eve of a day is the day before it
    ("Gunmen shot a guard in Cork on the eve of the talks, which opened on Wednesday.",
     "1999-05-06", "1999-05-04"),
    ("Gunmen shot a guard in Cork on the eve of Wednesday's vote.", "1999-05-06", "1999-05-04"),
    # relative words
    ("Yesterday gunmen attacked a bus near Kandy.", "1987-04-22", "1987-04-21"),
    ("Two weeks ago gunmen attacked a bus near Kandy.", "1987-04-22", "1987-04-08"),
    # when a war began is no day of an act
    ("Gunmen shot a guard in Jaffna in the war that began on 23 July.", "1987-12-01", None),
    ("Gunmen shot a guard in Jaffna on 23 July.", "1987-12-01", "1987-07-23"),
    ("A bomb that tore through a bus in Jaffna on Monday was the worst since the war that "
     "began in 1983.", "1987-04-22", "1987-04-20"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "day"), DAYS)
def test_the_day_is_that_of_the_act(text: str, published: str, day: str | None) -> None:
    assert days(text, published) == [day]


def test_an_answer_in_deeds_is_no_speech() -> None:
    text = "Rebels raided a mill in Goma on Monday. On Friday the army answered {} in Sake."
    assert days(text.format("with mortar fire on a clinic"), "2012-11-18") == [
        "2012-11-12",
        "2012-11-16",
    ]


PLACES: list[tuple[str, str | None]] = [
    # a part of a town is in it
    ("Gunmen shot two guards in a market in the north of Kandahar city on Monday.", "Kandahār"),
    ("Gunmen shot dead two guards in a market in the south-east of Kandahar.", "Kandahār"),
    ("A rocket crashed into the east of Kandahar on Monday.", "Kandahār"),
    ("Shells fell across the far south of Kandahar on Monday.", "Kandahār"),
    # a hospital that was hit is where it happened, one where the hurt are is not
    ("Twenty people died in an air strike on a hospital in Kandahar on Monday.", "Kandahār"),
    ("Nine people died in shelling near the Green Star clinic in Kandahar on Monday.",
     "Kandahār"),
    ("A bomb killed two people on Monday; two more died in the burns unit of a hospital in "
     "Kandahar.", None),
    ("A bomb killed two guards in Lubango on Monday. One of the hurt died at the Huambo referral "
     "hospital.", "Lubango"),
    ("A tanker was hit by a missile 50 nautical miles southwest of Lubango on Monday.",
     "50 nautical miles southwest of Lubango"),
    ("A missile launched by rebels from the coast north of Huambo hit a tanker on Monday.", None),
    ("A mine hurt two guards on Monday and they were evacuated by air to Huambo.", None),
    ("The army said, in a statement carried by state television in Huambo, that jets hit a depot "
     "near Lubango on Monday.", "Lubango"),
    ("On Monday rebels set fire to two cars and an olive press in Huambo.", "Huambo"),
    # those who are posted somewhere are hit there
    ("Two soldiers deployed in Kandahar died when rebels fired mortars on Monday.", "Kandahār"),
    ("Militants hiding in Kandahar shelled a clinic in Lubango on Monday.", "Lubango"),
    # where those stand who fire is no place of what they hit
    ("Rockets fired by gunmen positioned in Kandahar killed three people.", None),
    ("The guards fled from Huambo after rebels attacked the depot in Lubango on Monday.",
     "Lubango"),
    ("Officials in Manila said rebels had ambushed a convoy near Davao on Monday.", "Davao"),
    ("Insurgents ambushed a convoy in Helmand province on Monday.", "Helmand"),
    ("A bomb killed a judge in Omagh, Northern Ireland, on Monday.", "Omagh"),
    ("Rebels from Gulu attacked a school in Kitgum on Monday.", "Kitgum"),
    ("The bombing on Monday killed a resident of Belfast in Omagh.", "Omagh"),
    ("Jets on Monday bombed Manipay, killing six, the ministry said in Colombo.", "Manipay"),
    ("A bomb on Monday hit people from the towns of Fuaa and Kafraya who waited in Sarmin, Syria.",
     "Sarmin"),
    ("On Monday jets based at Incirlik bombed a depot near Tal Afar, Iraq.", "Tall ‘Afar"),
    ("On Monday jets from the air base at Incirlik bombed a depot near Tal Afar, Iraq.",
     "Tall ‘Afar"),
    ("On Monday a convoy carrying flour to Gulu hit a mine near Kitgum, Uganda.", "Kitgum"),
    ("Okello, a teacher in Gulu, said gunmen raided Kitgum on Monday.", "Kitgum"),
    ("A driver shot on Monday in Omagh died in a hospital in Belfast.", "Omagh"),
    ("A missile on Monday hit a hospital in Lviv, Ukraine.", "Lviv"),
    ("Men shot a nun on Monday near Omagh. She was taken to a hospital in Belfast.", "Omagh"),
    ("Jets bombed a convent in Kanbalu Township's Ye U town on Monday.", "Ye-u"),
    ("Gunmen entered a camp at Omagh, 30 km south of Derry, on Monday, firing at it.", "Omagh"),
    ("On Monday a shell hit a bus in Omdurman on the eve of talks, which opened in Geneva.",
     "Omdurman"),
    ("A man shot on Monday in Reading, England, died at Oxford Hospital.", "Reading"),
    ("Raids on Monday killed five in Idlib in Kafr Nabl, Syria.", "Kafr Nabl"),
    ("Fighters were killed on Monday south of Deir Ezzor, Syria.", "Deir ez-Zor"),
    # none that an answer is to, a unit is called after, or where a body speaks
    ("Rebels ambushed a bus on Monday in revenge for raids in Gulu.", None),
    ("Men of the Gulu battalion stormed two mills on Monday.", None),
    ("The rebels admitted in Gulu that they had ambushed a bus on Monday.", None),
    # nor where somebody deplores it
    ("Gunmen ambushed a bus on Monday. In Gulu, drivers decried the ambush.", None),
    ("Gunmen ambushed a bus on Monday. At a chapel in Gulu, the bishop called the ambush vile.",
     None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_the_place_is_that_of_the_act(text: str, place: str | None) -> None:
    assert places(text, "1999-05-06") == [place]


def test_the_base_goes_back_to_the_site_named_last() -> None:
    text = (
        "The truce collapsed near Bagram Airfield last year.\n\n"
        "On Tuesday, a mortar round exploded inside the base, wounding a guard."
    )
    assert places(text, "2012-06-21") == ["Bagram Airfield"]


def test_the_city_goes_back_to_the_town_named_last() -> None:
    text = "Talks were held in Bogota. On Thursday a car bomb exploded in the city, wounding 12."
    assert places(text, "1990-05-14") == ["Bogotá"]


def test_a_base_with_a_name_of_its_own_goes_back_to_nothing() -> None:
    text = (
        "Soldiers left Bagram Airfield in spring.\n\n"
        "On Tuesday, rockets hit the base in Kandahar, wounding a guard."
    )
    assert places(text, "2012-06-21") == ["Kandahār"]
    assert places(text.replace("in Kandahar", "at Zubrowo"), "2012-06-21") == ["Zubrowo"]
    assert places(text.replace(" in Kandahar", ""), "2012-06-21") == ["Bagram Airfield"]


def test_a_base_told_of_far_above_is_out_of_reach() -> None:
    filler = "The council met and spoke of roads and of schools. " * 14
    text = f"Soldiers left Bagram Airfield.\n\n{filler}\n\nOn Tuesday, rockets hit the base."
    assert places(text, "2012-06-21") == [None]


ACTS = ("A bomb exploded in {}.", "Gunmen attacked a bus near {}.", "Rebels shelled {}.",
        "Two soldiers were killed in an ambush near {}.", "Jets bombed a bridge in {}.",
        "The army said that rebels shelled a clinic in {}.")  # fmt: skip
TOWNS = ("Colombo", "Goma", "Cali", "Quetta", "Belfast", "Huambo", "Tuzla", "Beirut")

undated = st.lists(
    st.builds(str.format, st.sampled_from(ACTS), st.sampled_from(TOWNS)), min_size=1, max_size=4
)


@settings(max_examples=40, deadline=None)
@given(
    undated,
    st.sampled_from((" ", "\n\n")),
    st.one_of(st.none(), st.dates().filter(lambda d: 1950 < d.year < 2040).map(str)),
)
def test_no_day_without_words_for_one(acts: list[str], between: str, published: str | None) -> None:
    found = reading(between.join(acts), published)
    assert found.reports
    assert [s for r in found.reports for s in r.of(Field.WHEN)] == []


def test_without_a_day_of_publication_a_weekday_floats() -> None:
    text = "A bomb exploded in Colombo on Sunday. Gunmen attacked a bus in Jaffna on Tuesday."
    assert days(text) == ["Sunday", "Tuesday"]
    assert days(text, "1996-02-02") == ["1996-01-28", "1996-01-30"]


def test_floating_weekdays_keep_incidents_apart() -> None:
    text = "The attack in Colombo on Sunday killed three. On Monday a bomb exploded in Colombo."
    assert days(text) == ["Sunday", "Monday"]


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(TOWNS), st.sampled_from(TOWNS))
def test_the_day_of_speaking_is_never_taken_for_that_of_the_act(act: str, spoken: str) -> None:
    text = f"The army said on Wednesday that rebels had shelled {act} on Monday."
    assert days(text, "1993-04-16") == ["1993-04-12"]
    moved = f"Rebels shelled {spoken} on Monday, the army said on Wednesday."
    assert [len(incidents(moved, "1993-04-16")), *days(moved, "1993-04-16")] == [1, "1993-04-12"]


def test_what_the_war_draws_nearer_to_is_not_where_the_shells_fell() -> None:
    text = "Shells hit a clinic in Zubrowo as troops drew nearer to the gates of Kandahar."
    assert places(text, "2012-06-21") == ["Zubrowo"]


def test_a_month_tells_which_event_is_meant() -> None:
    text = "Police on Tuesday arrested a man over the March 2009 killing of a nun in Goma."
    (report,) = reading(text, "2012-11-20").reports
    (when,) = report.of(Field.WHEN)
    assert isinstance(when.value, PartialDate)
    assert when.value.text == "March 2009"
