"""Golden segmentations, in texts of our own in the manners of papers and agencies."""

from __future__ import annotations

import pytest

from tallystick.intake import segment
from tallystick.model.document import SegmentKind as K

Expected = list[tuple[K, str]]


def parts(text: str, **options: object) -> Expected:
    return [(s.kind, s.span.of(text)) for s in segment(text, **options)]  # type: ignore[arg-type]


BODY_1 = "Two rockets landed near a supply depot outside Marat on Wednesday, the ministry said."
BODY_2 = "A group calling itself the River Brigade said it had fired five rockets at the depot."
BODY_3 = "No one was hurt, according to the ministry, and damage was limited to a fence."


def test_paper_with_title_standfirst_caption_stamp() -> None:
    caption = "Guards at the gate of the depot in Marat, Arland. Two rockets fell near it. Reuters"
    text = "\n\n".join(
        [
            "Rockets fall near depot as ministry and brigade disagree",
            "Officials count two rockets and the brigade counts five",
            f"{caption}\nPowered by automated translation",
            BODY_1,
            BODY_2,
            "Updated: March 05, 2021, 9:10 AM",
        ]
    )
    assert parts(text) == [
        (K.TITLE, "Rockets fall near depot as ministry and brigade disagree"),
        (K.STANDFIRST, "Officials count two rockets and the brigade counts five"),
        (K.CAPTION, caption),
        (K.BOILERPLATE, "Powered by automated translation"),
        (K.BODY, BODY_1),
        (K.BODY, BODY_2),
        (K.UPDATE_STAMP, "Updated: March 05, 2021, 9:10 AM"),
    ]


def test_caption_cut_short_over_its_credit() -> None:
    text = (
        "Brigade claims hit\n\nA picture taken on May 2, 2019 during a visit arranged by the army"
        f"\nANN LEE/AFP via Getty Images\n\n{BODY_1}\n\n{BODY_2}"
    )
    assert [k for k, _ in parts(text)] == [K.TITLE, K.CAPTION, K.CREDIT, K.BODY, K.BODY]


@pytest.mark.parametrize(
    "caption",
    [
        "File/A picture taken on May 2, 2019, shows soldiers at the base. (ANN LEE/AFP via Getty)",
        "In this May 2, 2019, photo, soldiers stand at a crater. (AP Photo/Ann Lee)",
        "FILE PHOTO: A convoy crosses the bridge at Marat, May 2, 2019.",
        "Smoke over the depot at Marat on Thursday. Photo: AFP",
        "Soldiers walk past a drone at the airfield [Ann Lee/Reuters]",
        "A general view of the bridge at Marat after the strike",
        "The commander is seen in this undated handout photo.",
        "Smoke rises after the strike. REUTERS/Ann Lee/File Photo",
        "A child looks at a wall hit by shrapnel (EPA)",
    ],
)
def test_captions_amid_the_account(caption: str) -> None:
    text = "\n\n".join([BODY_1, caption, BODY_2])
    assert parts(text) == [(K.BODY, BODY_1), (K.CAPTION, caption), (K.BODY, BODY_2)]


@pytest.mark.parametrize(
    "sentence",
    [
        "A photo posted by the brigade showed a burning lorry beside the depot.",
        "Satellite images taken on Thursday showed two craters, the institute said.",
        "The army told Reuters that the depot was empty when the rockets landed.",
        "“They came at night,” a resident told AFP.",
        "In this war, pictures have often been used to mislead, the institute said.",
        "The attack was filmed, said the brigade, and the footage sent to AP.",
        "The brigade filmed the attack and passed the footage on to AP.",
        "Comments by the minister on Thursday were rejected by the brigade.",
        "Follow-up strikes hit the bridge and the road to Marat.",
        "Share prices fell after the attack on the depot at Marat.",
        "By Wednesday the army had retaken the bridge.",
        "Read in parliament, the report said that 12 soldiers had died.",
        "January 3: Two rockets hit the depot.",
        "- Two rockets hit the depot at Marat",
        "“We will answer this attack",
        "The following day, the army struck the bridge, killing eight men",
    ],
)
def test_sentences_of_the_account_stay_account(sentence: str) -> None:
    text = "\n\n".join([BODY_1, sentence, BODY_2, BODY_3])
    assert [k for k, _ in parts(text)] == [K.BODY] * 4


def test_slug_over_a_picture_belongs_to_it() -> None:
    text = (
        f"{BODY_1}\n\nArland Army\n\nIn this May 2, 2019, photo, soldiers rest. (AP Photo/A. Lee)"
    )
    text += f"\n\n{BODY_2}"
    assert [k for k, _ in parts(text)] == [K.BODY, K.CAPTION, K.CAPTION, K.BODY]


def test_teasers_and_their_writer() -> None:
    text = "\n\n".join(
        [
            "Depot hit",
            BODY_1,
            "SHOCK: Watch What the Brigade Did to a MARKET",
            "Ann B. Lee / The Harbour Post",
            BODY_2,
            "Arland wants foreign troops to leave",
            "Arland wants foreign troops to leave",
            "Read more: Five things to know about the depot",
            BODY_3,
        ]
    )
    kinds = [k for k, _ in parts(text)]
    assert kinds == [K.TITLE, K.BODY, K.TEASER, K.TEASER, K.BODY, *[K.TEASER] * 3, K.BODY]


def test_comments_from_their_heading_on() -> None:
    text = "\n".join(
        [
            BODY_1,
            BODY_2,
            "Comments",
            "The Post moderates all comments. Those that attack persons are rejected.",
            "Two rockets? I heard five of them land near my house.",
            "Post a comment",
        ]
    )
    assert [k for k, _ in parts(text)] == [K.BODY, K.BODY, *[K.COMMENTS] * 4]


def test_comments_button_before_the_account_ends_nothing() -> None:
    text = f"Depot hit\n\nShare\nComments\n\n{BODY_1}\n\n{BODY_2}"
    kinds = [k for k, _ in parts(text)]
    assert kinds == [K.TITLE, K.BOILERPLATE, K.BOILERPLATE, K.BODY, K.BODY]


def test_policy_line_without_heading() -> None:
    text = f"{BODY_1}\n\n{BODY_2}\n\nTell us if you have issues with commenting."
    assert [k for k, _ in parts(text)] == [K.BODY, K.BODY, K.COMMENTS]


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("MARAT, Arland Region -", "Two rockets landed near a depot on Wednesday, the army said."),
        ("MARAT, Dec 8 (Reuters) -", "Two rockets landed near a depot, the army said."),
        ("MARAT, Dec. 8, 2021 (AP) —", "Two rockets landed near a depot, the army said."),
        ("MARAT (AFP) –", "Two rockets landed near a depot, the army said."),
        ("PORT MARAT/TELL --", "Two rockets landed near a depot, the army said."),
        ("Marat, 8 December (EFE) -", "Two rockets landed near a depot, the army said."),
        (
            "(CLANDESTINE) RADIO MARAT IN SPANISH TO ARLAND, 0130 GMT, 8 DEC 88 -- [WAR REPORT]",
            "Two rockets landed near a depot on Wednesday, the army said.",
        ),
        (
            "VOICE OF THE MARSH TO ARLAND 1600 GMT 8 DEC 88 --",
            "Two rockets landed near a depot on Wednesday, the army said.",
        ),
        ("Marat -", "Two rockets landed near a depot on Wednesday, the army said."),
        ("Marat, Dec 8:", "Two rockets landed near a depot, the army said."),
        ("MARAT, December 8, 2021:", "Two rockets landed near a depot, the army said."),
        ("Marat, le 8 décembre 2021 -", "Two rockets landed near a depot, the army said."),
        ("Marat, 8 de diciembre (EFE).-", "Two rockets landed near a depot, the army said."),
        ("MARAT, 8 de Dezembro de 2021 –", "Two rockets landed near a depot, the army said."),
    ],
)
def test_datelines(dateline: str, rest: str) -> None:
    assert parts(f"{dateline} {rest}\n\n{BODY_2}")[:2] == [(K.DATELINE, dateline), (K.BODY, rest)]


@pytest.mark.parametrize(
    "text",
    [
        "The army - Arland's largest - said two rockets had landed near the depot.",
        "River Brigade - The Shadow - claims were rejected - as always - by the army.",
        "SAM-7 missiles were fired at the depot on Wednesday, the army said.",
    ],
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert K.DATELINE not in [k for k, _ in parts(text)]


def test_a_place_and_day_over_one_of_several_entries_is_no_dateline() -> None:
    text = "Marat, 8 May: A guard was shot dead.\n\nOrun, 9 May: A mine killed two shepherds."
    assert K.DATELINE not in [k for k, _ in parts(text)]


def test_wire_copy_in_capitals_wrapped_by_hand() -> None:
    text = (
        "   PORT MARAT, 3 JAN 90 (RADIO ARLAND) -- [REPORT] [ANN LEE] [TEXT] TWO\n"
        "ROCKETS LANDED NEAR A SUPPLY DEPOT OUTSIDE THE TOWN ON THE NIGHT OF\n"
        "2 JANUARY. NO ONE WAS HURT, A SPOKESMAN FOR THE MINISTRY TOLD THE\nRADIO.\n\n"
        "   THE BRIGADE HAS CLAIMED THE ATTACK IN A STATEMENT THAT WAS READ OVER\n"
        "THE TELEPHONE TO THE OFFICE OF THIS STATION IN THE CAPITAL TODAY.\n\n"
        "BRIGADE GENERAL COMMAND\n"
    )
    found = parts(text)
    assert [k for k, _ in found] == [K.DATELINE, K.BODY, K.BODY, K.BODY]
    assert found[0][1] == "PORT MARAT, 3 JAN 90 (RADIO ARLAND) -- [REPORT] [ANN LEE] [TEXT]"
    assert found[1][1].endswith("TOLD THE\nRADIO.")


LONG = " ".join([BODY_1, BODY_2, BODY_3, "The bridge stayed open to lorries all day long."])


def test_flattened_with_stamp_title_and_wire_credit() -> None:
    title = "Rockets fall near Marat depot army says"
    text = f"Wed 03 Mar 2021 {title}. {LONG} --Reuters"
    assert parts(text, title=title) == [
        (K.UPDATE_STAMP, "Wed 03 Mar 2021"),
        (K.TITLE, f"{title}."),
        (K.BODY, LONG),
        (K.CREDIT, "--Reuters"),
    ]


def test_flattened_with_standfirst_picture_and_buttons() -> None:
    title = "Rockets fall near Marat depot"
    text = (
        f"{title} After a quiet month rockets are back AFP Wednesday 3 Mar 2021 Soldiers stand at "
        f"the gate of the depot on March 3 2021 (Photo AP) Print Tweet Views 2494 {LONG}"
    )
    assert parts(text, title=title) == [
        (K.TITLE, title),
        (K.STANDFIRST, "After a quiet month rockets are back"),
        (K.UPDATE_STAMP, "AFP Wednesday 3 Mar 2021"),
        (K.CAPTION, "Soldiers stand at the gate of the depot on March 3 2021 (Photo AP)"),
        (K.BOILERPLATE, "Print Tweet Views 2494"),
        (K.BODY, LONG),
    ]


def test_flattened_with_links_tags_and_comments_behind() -> None:
    text = (
        f"03.03.2021(updated 1454 03.03.2021) Get short URL 214 {BODY_1} Agency Ann Lee Brigade "
        f"Shoots Down Plane Over Tell PORT MARAT (AFP) {LONG} ... 14 Related Brigade Threatens "
        "Tell Again Army Finds Launchers Tags rockets depot Arland Community standardsDiscussion "
        "Comment via FacebookComment via Agency"
    )
    found = parts(text)
    assert [k for k, _ in found] == [
        *[K.UPDATE_STAMP, K.BOILERPLATE, K.BODY, K.TEASER, K.DATELINE, K.BODY, K.BOILERPLATE],
        *[K.TEASER, K.COMMENTS],
    ]
    assert found[2][1] == BODY_1
    assert found[3][1] == "Agency Ann Lee Brigade Shoots Down Plane Over Tell"
    assert found[5][1] == LONG


def test_flattened_with_caption_and_desk_amid_and_behind() -> None:
    text = (
        f"{LONG} Fighters rest in Tell village north of Marat Arland March 2 2021. "
        f"REUTERS/Ann Lee {BODY_3} Reporting by Ann Lee; Editing by Bo Dahl "
        "Our Standards:The Wire Trust Principles."
    )
    assert parts(text) == [
        (K.BODY, LONG),
        (K.CAPTION, text[len(LONG) + 1 : text.index("Lee ") + 3]),
        (K.BODY, BODY_3),
        (K.BYLINE, "Reporting by Ann Lee; Editing by Bo Dahl"),
        (K.BOILERPLATE, "Our Standards:The Wire Trust Principles."),
    ]


def test_flattened_keywords_end_where_a_sentence_begins() -> None:
    text = (
        f"Date of publication 3 March 2021 {BODY_1} Tags Arland Marat Brigade The army says {LONG}"
    )
    found = parts(text)
    assert (K.BOILERPLATE, "Tags Arland Marat Brigade") in found
    assert found[-1] == (K.BODY, f"The army says {LONG}")


def test_messages_without_full_stops_are_account() -> None:
    lines = [
        "Rockets hit the depot at Marat this morning",
        "Our fighters returned unharmed to their bases",
        "We dedicate this attack to the people of Tell",
        "More will follow until the last soldier leaves",
    ]
    kinds = [k for k, _ in parts("\n\n".join(lines))]
    assert K.TEASER not in kinds
    assert kinds[1:] == [K.BODY] * 3 or kinds == [K.TITLE, *[K.BODY] * 3]


def test_right_to_left_text() -> None:
    text = (
        "هجوم صاروخي على قاعدة قرب الميناء\n\nقالت الوزارة إن صاروخين سقطا قرب مستودع خارج المدينة "
        "ليلة الأربعاء.\n\nوأعلنت مجموعة تسمي نفسها لواء النهر مسؤوليتها عن الهجوم في بيان لها."
    )
    assert [k for k, _ in parts(text)] == [K.TITLE, K.BODY, K.BODY]


def test_marked_captions_of_a_page() -> None:
    text = f"{BODY_1}\n\nThe depot, before\n\n{BODY_2}"
    assert parts(text, captions=["The depot, before"])[1] == (K.CAPTION, "The depot, before")


def test_a_single_line_is_account() -> None:
    assert parts("Two rockets near Marat") == [(K.BODY, "Two rockets near Marat")]
