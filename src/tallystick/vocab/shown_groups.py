"""Names that a text shows to be a party's by what it says of them, whatever their form.

"Police accused **the Herons** of the bombing", "**the Cell of Nine** claimed both raids", "it was
claimed by **the Olbia**": who claims, denies or is blamed for an attack is a party to it, and is so
wherever the text names it. Its short name ("**the Emirate**") is that of a longer one in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tallystick.model.document import Span
from tallystick.vocab.casing import in_capitals
from tallystick.vocab.matching import Hit

_EVENTS = (
    r"(?:attacks?|bombings?|assaults?|strikes?|raids?|ambush(?:es)?|killings?|shootings?|explosions?|"
    r"blasts?|assassinations?|kidnappings?|abductions?|shelling|murders?|massacres?|bombs?|mines?|"
    r"burnings?|hijacking|rockets?|fires?)"
)
_DEED = (
    rf"(?:(?:the|an?|this|that|these|both|two|three|last|all|any|\w+day[’']s)\s+(?:[\w’'-]+\s+){{0,3}}?{_EVENTS}|"
    r"(?:having\s+)?(?:kill|bomb|attack|shell|murder|shoot|abduct|kidnapp|plant|lay|burn|fir|ambush|raid|"
    r"storm|carry|stag|execut)\w*)\b"
)
_WORD = r"[A-ZÀ-Þ][\w’'-]*\w"
_NAME = (
    rf"[\"“]?(?:so-called\s+)?(?P<name>{_WORD}(?:\s+(?:(?:of|for|de|del|al|el|and)\s+(?:the\s+)?)?{_WORD})"
    r"{0,5})[\"”]?"
)
_THE = (
    r"(?<!\bof\s)(?<!\bby\s)(?<!\bfrom\s)(?<!\bin\s)(?<!\bat\s)(?<!\bfor\s)(?<!\bto\s)(?<!\bwith\s)"
    r"\b[Tt]he\s+"
)
_LATER = (
    r"(?:(?:has|had|have|also|later|then|since|promptly|quickly|today|yesterday|on\s+\w+day|"
    r"\w+day)\s+){0,3}"
)
_PART = r"(?:responsibility|involvement|credit|paternity|authorship)"
_SHOWN = (
    rf"\b(?:accus(?:ed|es?|ing)|suspect(?:ed|s)?)\s+the\s+{_NAME}\s+{_LATER}of\s+{_DEED}",
    rf"\b(?:blam(?:ed|es?|ing)|fingered|named)\s+the\s+{_NAME}\s+{_LATER}for\s+{_DEED}",
    rf"{_THE}{_NAME}\s+{_LATER}(?:claim(?:ed|s)|took|taken|accepted|assumed|den(?:ied|ies)|"
    r"disclaimed|disowned|admitted|acknowledged|rejected)\s+"
    rf"(?:(?:any|all|full|joint|sole|no)\s+)?(?:{_PART}\b|(?:to\s+)?{_DEED})",
    rf"{_THE}{_NAME}\s+(?:ha[ds]|have)\s+(?:had\s+)?(?:nothing\s+to\s+do\s+with|no\s+(?:hand|part|"
    rf"role)\s+in)\s+(?:it\b|them\b|either\b|{_DEED})",
    rf"{_THE}{_NAME}\s+(?:did\s+(?:it|this)\b|(?:was|were)\s+behind\s+(?:it\b|{_DEED}))",
    rf"\bclaimed\s+by\s+the\s+{_NAME}",
    rf"\b(?:the\s+work\s+of|blamed\s+on)\s+the\s+{_NAME}",
    rf"\b(?:gunmen|militants|guerrillas|militiamen)\s+(?:of|from)\s+the\s+{_NAME}",
)
_NO_GROUP = re.compile(
    r"(?:Prime\s|Deputy\s|First\s|Vice[\s-])?(?:President|Minister|Premier|Chancellor|King|Queen|Pope|"
    r"Prince|Governor|Mayor|General|Colonel|Lord|God|Prophet|Father|Almighty)\b|"
    r".*\b(?:Ministry|Government|Parliament|Senate|Congress|Court|Police|Church|Hospital|University|"
    r"School|Company|Party|Union|Club|Council|Commission|Office|Embassy|Nations|Cross|Crescent|"
    r"Agency|Committee|Department|Association|Federation|Mission|Observatory|Watch|Administration|"
    r"House|Assembly|Authority|Bank|Association|Institute|Foundation|Times|News|Radio|Army|Navy|"
    r"Forces?|Guards?|Corps|Command|Brigade|Division|Battalion|Regiment|State|Kingdom|Republic|Region|"
    r"West|East|North|South|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|\w+day)$"
)
_FIRST = r"(?!(?:The|A|An|In|On|At|But|And|For|As|When|While|Mr|Mrs)\b)"
_LONGER = (
    rf"\b{_FIRST}(?:WORD(?:\s+(?:of|for)\s+(?:the\s+)?{_WORD})+|"
    rf"(?:{_FIRST}{_WORD}\s+){{1,4}}WORD)\b"
)


def shown_groups(text: str, known: Sequence[Span]) -> list[Hit[str]]:
    """Every place of a name that the text once shows to be a party's, with that name, in order;
    nothing that overlaps what is ``known``."""
    names = dict.fromkeys(_shown(text, known))
    found: list[Hit[str]] = []
    for name in sorted(names, key=len, reverse=True):
        words = re.escape(name).replace(r"\ ", r"\s+")
        for match in re.finditer(rf"(?<![\w-]){words}(?![\w-])", text):
            span = Span(*match.span())
            if not any(span.overlaps(s) for s in [*known, *(hit.span for hit in found)]):
                found.append(Hit(span, name))
    longer = {name: _in_full(text, name) for name in names}
    return sorted((Hit(h.span, longer[h.item]) for h in found), key=lambda h: h.span)


def _shown(text: str, known: Sequence[Span]) -> Iterator[str]:
    for form in _SHOWN:
        for match in re.finditer(form, text):
            span = Span(*match.span("name"))
            if in_capitals(text, span) or any(span.overlaps(s) for s in known):
                continue
            name = " ".join(match["name"].split())
            if not _NO_GROUP.match(name):
                yield re.sub(r"[’']s?$", "", name)


def _in_full(text: str, name: str) -> str:
    """ "Emirate" is "Emirate of the Hills", where a text has that first."""
    if " " in name:
        return name
    longer = re.search(_LONGER.replace("WORD", re.escape(name)), text)
    return " ".join(longer.group().split()) if longer else name
