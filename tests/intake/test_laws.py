"""What holds for every text and for any bytes."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.errors import IntakeError
from tallystick.intake import Intake, Intaken, Known, read_text, segment

_PIECES = st.sampled_from(
    [
        "Two rockets landed near a depot in Marat on Wednesday, the ministry said.",
        "MARAT, Dec 8 (Reuters) -",
        "Comments",
        "Read more: Rockets",
        "(AP Photo/Ann Lee)",
        "Reuters",
        "Updated: March 05, 2021, 9:10 AM",
        "Tags Arland Marat",
        "Print Tweet Views 12",
        "REUTERS/Ann Lee",
        "By Ann Lee",
        "Related News",
        "Title",
        ".",
        "--AFP",
        "قالت الوزارة",
    ]
)
_TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.one_of(_PIECES, st.text(max_size=20)), max_size=25).flatmap(
        lambda pieces: st.sampled_from([" ", "\n", "\n\n", "", "\n \n\t"]).map(
            lambda mark: mark.join(pieces)
        )
    ),
)


@given(_TEXTS, st.one_of(st.none(), st.text(max_size=40), _PIECES))
@settings(max_examples=300, deadline=None)
def test_segments_cover_every_mark_once_in_order(text: str, title: str | None) -> None:
    segments = segment(text, title=title)
    end = 0
    for part in segments:
        assert text[end : part.span.start].strip() == ""
        assert part.span.of(text).strip() == part.span.of(text) != ""
        end = part.span.end
    assert text[end:].strip() == ""


@given(_TEXTS)
@settings(max_examples=100, deadline=None)
def test_the_text_itself_is_kept(text: str) -> None:
    assert read_text(text, known=Known(title="Depot hit by rockets")).text == text


@given(st.binary(max_size=600), st.sampled_from(["a.txt", "a.html", "a.jsonl", "a.csv"]))
@settings(max_examples=200, deadline=None)
def test_no_bytes_break_it(content: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        intake = Intake([path])
        items = list(intake)
        assert items
        assert all(isinstance(item, Intaken | IntakeError) for item in items)
        intake.total()
