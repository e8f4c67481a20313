"""One party under one name: the letters and short names of a group go back to the long one."""

from __future__ import annotations

import re

from tallystick.extract.actors.sides import actor_ref, acts
from tallystick.extract.annotate import Annotations
from tallystick.model.document import Span
from tallystick.model.values import ActorRef

__all__ = ["in_full"]

_THE = re.compile(r"^the\s+", re.IGNORECASE)
_OF_IT = re.compile(r"['’]s$", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Z]{2,6}")
_PLURAL = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{2,}s")
_BEFORE = (  # "the | **Velm Street** Kings"
    r"\b(?!(?:The|An?|In|On|At|By|But|And|For|From|As|If|When|While|After|Both|All|Some|Many|Only|"
    r"[A-Z][a-z]+day|Police|Chief)\s)[A-ZÀ-Þ][\w’'-]+\s(?:[A-ZÀ-Þ][\w’'-]+\s)?"
)
_GROUP = re.compile(
    r"(?:brigades?|cartel|clan|front|legion|vanguard|gang|guards?|militia|squad|corps|wing)"
)


def in_full(notes: Annotations, name: Span) -> ActorRef:
    """Who is meant by a name, without its article, as the text gives it in full.

    "**The Lantern**", "the **LO**", for what is called the Lantern of Ostrel before; "the
    brigades" for the Karsk Brigades.
    """
    words = " ".join(_OF_IT.sub("", _THE.sub("", name.of(notes.text))).split())
    case = re.IGNORECASE if _GROUP.fullmatch(words.lower()) else re.NOFLAG
    longer = re.compile(rf"\b{re.escape(words)}\b", case)
    known = [n for n in notes.actors if longer.search(n.name) and n.name != words and acts(n)]
    known = [n for n in known if not (n.actor and n.actor.is_collective)]
    if known:
        return actor_ref(known[0])
    if _PLURAL.fullmatch(words) and (whole := re.search(_BEFORE + words, notes.text)):
        return ActorRef(" ".join(whole.group().split()))
    if not _LETTERS.fullmatch(words) or notes.text.isupper():
        return ActorRef(words)
    spelt = r"\s+(?:(?:of|for|and|the)\s+)*".join(rf"{letter}[a-zà-ÿ’'-]+" for letter in words)
    whole = re.search(rf"\b{spelt}", notes.text)
    return ActorRef(" ".join(whole.group().split()) if whole else words)
