"""The noun phrases that can be sources: found beside a cue, without a parser.

A phrase is bounded by marks, conjunctions and verbs; it counts when it holds an actor, a
noun for somebody who speaks, a pronoun or a name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tallystick.extract.grammar.closing_phrase import closing_phrase, opening_name
from tallystick.model.document import Span
from tallystick.vocab.actors import ActorBook, ActorKind, actor_book
from tallystick.vocab.caseless import caseless
from tallystick.vocab.lexicon import event_words, person_words, speaker_words
from tallystick.vocab.pattern import Pattern

_REACH = 500  # characters beside a cue in which its source is looked for
_MAX_WORDS = 22
_SHORT = 9  # words of a source found where no mark sets it off
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight"
_MONTH = (
    r"jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|"
    r"sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?"
)
_DATE = (
    rf"(?:earlier\s+)?(?:last|this)\s+(?:week|month|year|night)|(?:(?:late|early|earlier|later|on|last|this)\s+)*(?:{_DAY})(?:\s+(?:morning|evening|night|"
    rf"afternoon))?(?:,?\s+(?:{_MONTH})\s+\d+)?|on\s+(?:{_MONTH})\s+\d+(?:,?\s+\d{{4}})?"
)
_LATER = (
    r"(?:(?:an?|one|some|many|a few|several|two|three|four|five|six)\s+)?"
    r"(?:minutes?|hours?|days?|weeks?|months?)\s+(?:later|earlier|afterwards?|before)|(?:soon|shortly)\s+after(?:wards?)?|"
    r"(?:later\s+)?(?:the\s+(?:next|following|same)|that)\s+(?:day|morning|afternoon|evening|night)"
)
_TAIL = Pattern(
    rf"(?:[\s,]+(?:{_DATE}|in\s+an?\s+\w*\s*(?:statement|interview|tweet|post|press release)|also|"
    r"have|has|had|was|is|are|were|been|be|not|later|earlier|then|previously|further|(?-i:who)|"
    r"which|did|does|do|would|could|meanwhile|however|(?!(?:family|assembly|ally|italy|daily|weekly|"
    r"monthly|reply)\b)\w+ly|since|already|again|just|still|always|"
    r"repeatedly|never|(?-i:now)))+\s*$|"
    r"(?:\s+(?:did|does|has|had|have|was))?,\s+(?:however|meanwhile|in turn|"
    r"for (?:its|their|his) part),\s*$",
    re.IGNORECASE,
)
_LEFT_EDGE = caseless(
    r"[;:\"“”—]|\s[-–]{1,2}\s|\b(?:that|but|while|because|when|after|before|if|although|though|"
    r"where|whereas|what|as|so|cited|citing|cites|quoted|quoting|quotes|than|"
    r"(?<!who\s)said|(?<!who\s)says|told|reported|denied|claimed|confirmed|added|"
    r"rejected|dismissed|condemned|blamed|accused|warned|denies|rejects|dismisses)\s|,\s"
)
_RELATIVE = caseless(r",?\s(?:who|which|whose)\s")
_RELATIVE_END = Pattern(r"\s(?:(?-i:who)|which)\s", re.IGNORECASE)
_OPENING_RELATIVE = Pattern(r"(?:who|which|whose)\s", re.IGNORECASE)
_SUBJECT = Pattern(
    r"(?:(?:the|an?|his|her|its|their|this|these|some|several|two|three|many|most|he|she|it|they|"
    r"we|i)\b|(?:[A-Z][\w'’.-]+(?:\s|$)){1,3}$)",
)
_AND = caseless(r"\s(?:and|or)\s")
_VERB = Pattern(
    r"\b(?:was|were|is|are|had|has|[a-z]{3,}ed)\b(?!\s+(?:by|the)\b)|"
    r"\b(?:died|fell|took|hit|struck|shot|came|went|began|made|held|fled|lost|won|found|gave|met|"
    r"broke|brought|fought|rose|blew|flew|drove|sent|ran|became|will|would|should|remains?)\b|"
    r"\b(?:called|dismissed|denied|rejected|condemned)\s+the\b"
)
_FINITE = Pattern(r"\b(?:was|were|is|are|had|has|have|will|would|should)\s")
_HEAD = caseless(
    rf"(?:[\s,;|]|--|\d{{1,2}}[.:h]\d{{2}}(?:\s*[ap]m)?(?:\s(?:gmt|utc))?\b[:,]?|\b(?:{_DATE}|{_LATER})\b,?|\b(?:meanwhile|however|but|and|yet|also|earlier|later|still|"
    r"separately|elsewhere|for (?:his|her|its|their) part|for (?:his|her|its|their) own part|"
    r"in (?:a|an|his|her|its|their) [^,]{3,40},|thus|so|then|instead|nevertheless)\b,?)+"
)
_RIGHT_EDGE = Pattern(
    r"[,;:\"“”()—](?=\s|$)|(?<!\bLt)(?<!\bCol)(?<!\bGen)(?<!\bMaj)(?<!\bCapt)(?<!\bSgt)"
    r"(?<!\bBrig)(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bAdm)[.](?=\s|$)|\s(?=[\"“(])|"
    r"\s[-–]{1,2}\s|\s(?:that|(?-i:who)|which|as|while|but|after|before|when|"
    r"where|in a|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|late|early|to|by|from|during|"
    r"following|told|said|says|has|had|have|was|were|is|are|adding|citing|using|yesterday|today|"
    r"quoted|due to|with (?:the|an?)|"
    r"cited|reported|reports|claimed|continues|continued|whose|whom)\b|"
    r"[.!?][\"”]?$",
    re.IGNORECASE,
)
_PREPOSITION = Pattern(
    r"(?:in|on|at|of|by|for|from|with|to|into|near|over|under|about|killing|according|during|"
    r"since|there|not|it was)\b|(?:no|this|that|these|those)\b(?!\s+(?:\w+\s+)?(?:source|official|"
    r"group|statement|militia|minister|force|witness|monitor))",
    re.IGNORECASE,
)
_NAME = Pattern(r"(?:^|\s)[A-Z][\w'’.-]+")
# "a tally by", "data compiled by", "a statement from": whoever made it is the source.
_PRODUCT = caseless(
    r"(?:(?:an?|the|its|their|his|her|new|latest|recent|official|preliminary|initial|fresh)\s+)*"
    r"(?:[\w-]+\s+){0,2}?(?:tall(?:y|ies)|counts?|data|database|figures|statistics|numbers|tolls?|"
    r"records|information|estimates?|survey|statements?|communiqu[eé]s?|accounts?|lists?|message|"
    r"press release|dispatch|report|reports|study|analysis|video|post)\s+"
    r"(?:(?:compiled|collected|collated|gathered|kept|made|maintained|released|issued|published|"
    r"provided|supplied|given|drawn up|put out|sent|posted|carried|quoted|obtained|circulated|"
    r"distributed|recorded)\s+)?(?:to\s+[\w-]+\s+)?(?:online\s+)?(?:by|from|of)\s+(?:the\s+(?=[a-z]))?"
)
_OPENING_END = Pattern(
    r",?\s(?:has|have|had|was|were|is|are|will|did|does|also|later|on|in|went|took|made|gave|held|"
    r"came|began|sent|put|met|issued|who|which|[a-z]+ed)\s|[.;:\"“”()]",
)
_PRONOUN = Pattern(r"(?:he|she|they|it|we|i|who)$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _book() -> ActorBook:
    return actor_book()


def left_phrase(text: str, region: Span, *, closes: bool = False) -> Span | None:
    """The source that ends where a cue starts: the last noun phrase of the region.

    Auxiliaries, adverbs and dates between it and the cue are skipped, an apposition
    between commas is passed over for what it explains. ``closes`` is that nothing is said
    after the cue, so that the region holds it all, and maybe no comma before the source.
    """
    region = Span(max(region.start, region.end - _REACH), region.end)
    end = _skip_tail(text, region)
    if (aside := _DASHED.search(text, region.start, end)) is not None:
        end = aside.start()
    if text[region.start : end].lower().endswith((" and", " but")):
        return None  # "The mayor thanked them and | said"
    if text[region.start : end].endswith(","):
        return _explained(text, region.start, end - 1)
    if _ASIDE_END.fullmatch(text, end, region.end):
        opening = text.rfind(",", region.start, end)
        if opening > region.start and _ASIDE.match(text, opening, end):
            return _explained(text, region.start, end)  # "Ann Reed, the mayor, has said"
    start = _left_edge(text, region.start, end)
    clause = _RELATIVE_END.search(text, end, region.end) is not None
    closing = closing_phrase(text, Span(start, end), alone=closes, governed=clause)
    if closing is not None and _is_told(text, Span(start, closing.start), closes=closes):
        if (named := _EXPLAINED_NAME.fullmatch(text, start, closing.start)) is not None:
            return Span(*named.span(1)) if _explains(text, closing) else closing
        return _accept(text, closing.start, end)
    relative = _RELATIVE.search(text, start, end)
    if relative is None:
        relative = _OPENING_RELATIVE.match(text, start, end)
    if relative is not None and _own_subject(text[relative.end() : end]):
        return _accept(text, relative.end(), end)
    if relative is not None and relative.start() > start:
        return _accept(text, start, relative.start())
    found = _accept(text, start, end)
    return None if found is None or _FINITE.search(found.of(text)) else found


# "The monitor - which relies on local sources - said": what dashes set off is passed over
_DASHED = Pattern(
    r"(?:\s[-–]{1,2}\s|\s?—\s?)(?:which|who|whose|an?|the|its)\s"
    r"(?:(?!\s[-–]{1,2}\s|—)[^.;:\"”]){3,160}(?:\s[-–]{1,2}|\s?—)$"
)
# "Abu Sami a local activist told the paper": the name that the phrase explains
_EXPLAINED_NAME = Pattern(
    r"\s*(?!(?:In|On|At|From|Near|After|Before|For|As|The)\s)"
    r"([A-ZÀ-Þ][\w’'-]+(?:\s+(?:(?:al|el|bin|de|van)[ -])?[A-ZÀ-Þ][\w’'-]+){1,3})\s+"
)


def _explains(text: str, phrase: Span) -> bool:
    """Whether a phrase says who a name before it is: "a writer", "the monitor's director"."""
    return (
        _INDEFINITE.match(text, phrase.start) is not None
        or _ROLE.search(phrase.of(text)) is not None
    )


_INDEFINITE = Pattern(r"an?\s")
_ROLE = Pattern(r"^the\s(?:[\w’'-]+\s)+(?:director|head|chief|spokes\w+|leader|founder)$")


def _is_told(text: str, before: Span, *, closes: bool) -> bool:
    """Whether what stands before a phrase is no part of it: a clause, "In the morning"."""
    words = before.of(text)
    verbs = len(_VERB.findall(words))
    if _RELATIVE.search(f" {words}") and verbs < 2:
        return False
    opens = _OPENS.match(text, before.end)
    if opens and words and opens[0].lower() not in ("a", "an"):  # those may explain a name
        return True
    if closes and words and (opens or len(words.split()) > 2):
        return True
    apart = opens and words.endswith((" and ", " or "))  # joined to what cannot speak
    return bool(words.strip() and (apart or _PREPOSITION.match(words) or verbs))


def has_verb(words: str) -> bool:
    """Whether words hold what looks like a verb in the past: a clause and no mere phrase."""
    return _VERB.search(words) is not None


def is_clause(words: str) -> bool:
    """Whether words end as a clause does that tells of a death: "ten people died", no speaker."""
    return _DEED.search(words) is not None


_DEED = caseless(r"\s(?:died|perished|drowned|fell|fled|survived|escaped|surrendered)\s*$")


def _own_subject(words: str) -> bool:
    """Whether a relative clause has a subject of its own: "which **analysts** say"."""
    if _SUBJECT.match(words):
        return True
    if _TENDS.match(words):
        return False
    starts = [h.span.start for h in speaker_words().find(words)]
    return 0 in (*starts, *(h.span.start for h in _book().find(words)))


_TENDS = Pattern(  # "which **monitors violence** in the region": a verb, and no monitors that speak
    r"(?:monitors|guards|patrols|commands|polices)\s+(?!(?:in|of|at|on|from|near|and|or|with|for)\b)[\w\"“]"
)


def opening_phrase(text: str, region: Span) -> Span | None:
    """The subject that a region opens with, where it is one that can speak."""
    region = Span(region.start, min(region.end, region.start + _REACH))
    head = _HEAD.match(text, region.start, region.end)
    start = head.end() if head else region.start
    edges = _OPENING_END.finditer(text, start, region.end)
    edge = next((e for e in edges if not _ONLY_ARTICLE.fullmatch(text, start, e.start())), None)
    return _accept(text, start, edge.start()) if edge and edge.start() > start else None


_ONLY_ARTICLE = Pattern(r"(?:the|an?)?", re.IGNORECASE)  # "The | banned group"


def _skip_tail(text: str, region: Span) -> int:
    end = len(text[: region.end].rstrip())
    tail = _TAIL.search(text, region.start, end)
    if tail and tail.start() > region.start:
        end = tail.start()
    return max(region.start, end)


def _explained(text: str, start: int, comma: int) -> Span | None:
    """The phrase before ", an apposition,"; else the stretch between the commas itself."""
    opening = text.rfind(",", start, comma)
    if opening > start:
        related = _RELATED.match(text, opening + 1, comma) is not None
        named = None if related else _accept(text, opening + 1, comma)
        if named is not None and _is_name(text, named):
            return named  # "an umbrella group, the Islamic Resistance,": the name is the source
        head = _accept(text, _left_edge(text, start, opening), opening)
        if head is not None:
            return head
    return _accept(text, max(start, opening + 1), comma)


_ASIDE = Pattern(r",\s+(?:an?|the|its|their|his|her|which|who|\w+['’]s)\s", re.IGNORECASE)
_ASIDE_END = Pattern(r",\s+(?:(?:has|have|had|also|later|then|since)\s+)+", re.IGNORECASE)
_RELATED = Pattern(
    r"\s*(?:(?:which|who|whose)\s|(?:\w+ly\s+)?(?:linked|allied|affiliated|loyal|close|tied|backed|led|"
    r"quoted|cited|contacted|reached|interviewed|asked|published|released|posted|carried|issued|"
    r"broadcast|obtained|speaking)\s)",
    re.IGNORECASE,
)  # "the Front, which is linked to the League, said": the other one says nothing


def _is_name(text: str, phrase: Span) -> bool:
    """Whether a phrase is the name of one actor, an article and its initials aside."""
    hits = _book().find(phrase.of(text))
    if not hits or hits[0].item.is_collective:
        return False
    rest = phrase.of(text)[: hits[0].span.start] + phrase.of(text)[hits[0].span.end :]
    return re.fullmatch(r"(?:the)?\s*(?:\([\w .-]+\))?\s*", rest, re.IGNORECASE) is not None


def _left_edge(text: str, start: int, end: int) -> int:
    edges = [m.end() for m in _LEFT_EDGE.finditer(text, start, end) if m.end() < end]
    edge = edges[-1] if edges else start
    conjunctions = list(_AND.finditer(text, edge, end))
    for conjunction in reversed(conjunctions):
        left = text[edge : conjunction.start()]
        if _VERB.search(left) or event_words().find(left):
            return conjunction.end()
    return edge


def right_phrase(text: str, region: Span, ends: Pattern | None = None) -> Span | None:
    """The source that starts where a region starts, up to a mark, a clause or a date."""
    region = Span(region.start, min(region.end, region.start + _REACH))
    start = region.start
    while start < region.end and text[start] in " \n,":
        start += 1
    start = _maker(text, start, region.end)
    edge = (ends or _RIGHT_EDGE).search(text, _after_quote(text, start, region.end), region.end)
    end = opening_name(text, Span(start, max(start, edge.start() if edge else region.end)))
    return _accept(text, start, end) or _first_actor(text, Span(start, end))


def _first_actor(text: str, phrase: Span) -> Span | None:
    """The known actor that opens a stretch which goes on to tell of an event."""
    words = phrase.of(text)
    opens = [h for h in _book().find(words) if words[: h.span.start].lower() in ("", "the ")]
    if not opens or opens[0].item.place_like:
        return None
    end = opens[0].span.end
    for noun in speaker_words().find(words):  # "Examplia | news | agency"
        end = noun.span.end if noun.span.start == end + 1 else end
    return Span(phrase.start, phrase.start + end)


def without_verb(text: str, phrase: Span) -> Span:
    """A source without the predicate that runs on after it: "the police | wounded two"."""
    words = phrase.of(text)
    ends = {h.span.end for h in speaker_words().find(words)}
    verb = next((m for m in _PAST.finditer(words) if m.start() in ends), None)
    return Span(phrase.start, phrase.start + verb.start()) if verb else phrase


_PAST = Pattern(r"\s(?:[a-z]{2,}ed|left|hit|struck|took|was|were|came|began|fell|shot|blew|set)\s")


def leading_actor(text: str, region: Span) -> Span | None:
    """The news agency or outlet that a region opens with ("told **the New York Post** ...")."""
    head = Span(region.start, min(region.end, region.start + 80))
    for hit in _book().find(head.of(text)):
        before = text[head.start : head.start + hit.span.start].strip(" ").lower()
        if before in ("", "the") and hit.item.kind in (ActorKind.NEWS_AGENCY, ActorKind.OUTLET):
            return Span(head.start + hit.span.start, head.start + hit.span.end)
    return None


def _after_quote(text: str, start: int, end: int) -> int:
    """Where the search for the edge begins: past a quotation that opens the phrase."""
    article = Pattern(r"(?:an?|the)?\s*([\"“])", re.IGNORECASE).match(text, start, end)
    if article is None:
        return start + 2
    closing = text.find("”" if article[1] == "“" else '"', article.end(), end)
    return closing + 1 if closing > 0 else start + 2


def _maker(text: str, start: int, end: int) -> int:
    """Where the maker of a tally or statement begins: "data compiled by **the monitor**"."""
    product = _PRODUCT.match(text, start, end)
    if product is None or product.end() >= end:
        return start
    return product.end()


def _accept(text: str, start: int, end: int) -> Span | None:
    if (mark := _PAGE_MATTER.match(text, start, end)) is not None:
        start = mark.end()
    head = _HEAD.match(text, start, end)
    start = _maker(text, head.end() if head else start, end)
    phrase = _without_tail(text[start:end].rstrip(" \n,.;:"))
    words = phrase.split()
    if not words or len(words) > _MAX_WORDS or _PREPOSITION.match(phrase):
        return None
    span = _without_place(text, Span(start, start + len(phrase)))
    if event_words().find(phrase) and not phrase.startswith(("a group", "A group")):
        return _last_actor(text, span)
    set_off = len(words) <= _BRIEF and _COMMA.search(text, max(0, start - 3), start)
    if _LOOSE.match(phrase) and not can_speak(words[0]) and not set_off:
        return _last_actor(text, span) or (span if can_speak(phrase) else None)
    return span if can_speak(phrase) else None


# What a page or a list leaves before a source: "[Click to enlarge] The website said", "nine and
# 14 others | residents said".
_PAGE_MATTER = Pattern(r"(?:\[[^\]\n]{3,60}\]|\w+ others)\s+(?=\S)")


def _without_place(text: str, phrase: Span) -> Span:
    """An agency without the place that closes the clause before it: "in Examplia | Reuters"."""
    words = phrase.of(text)
    ends = [h for h in _book().find(words) if h.span.end == len(words) and h.span.start]
    if not ends or ends[0].item.kind is not ActorKind.NEWS_AGENCY:
        return phrase
    before = words[: ends[0].span.start].split()
    if len(before) > 1 or not before[0][:1].isupper():
        return phrase
    return Span(phrase.start + ends[0].span.start, phrase.end)


_MEANS = Pattern(
    rf"\s(?:in\s+an?\s+(?:\w+\s+)?(?:statement|interview|tweet|post|press release|message|video|"
    rf"communiqu[eé])|in\s+(?:{_MONTH}|19\d\d|20\d\d)|on\s(?:Twitter|Telegram|Facebook))(?=\s|$)"
)
_APPOSED = Pattern(
    r"(?<=[a-z])\s+(?:an?|the|(?:director|head|chief|spokes\w+|commander|leader|founder|member)"
    r"(?=\s(?:of|for|at)\s))\s"
)
_FULL_NAME = Pattern(r"(?!The\s|An?\s)[A-Z][\w'’.]+ (?:[a-z]{2} )?(?:[a-z]{2}-)?[A-Z][\w'’-]+$")


def _without_tail(phrase: str) -> str:
    """A speaker without the way it speaks, and a name without what explains it."""
    means = _MEANS.search(phrase)
    phrase = phrase[: means.start()] if means and means.start() > 0 else phrase
    apposed = _APPOSED.search(phrase)
    if apposed and _FULL_NAME.search(phrase[: apposed.start()]):
        return phrase[: apposed.start()]
    return phrase


# A phrase that opens with a word that opens none: "held by the rebels the Observatory".
_COMMA = Pattern(r",\s*$")
_BRIEF = 3  # words after a comma that are one phrase: "four died, church officials said"
_LOOSE = Pattern(
    r"(?!(?:\w+ing|an?|the|its|their|his|her|some|several|many|most|two|three)\b)[a-z]+\b"
)
_OPENS = Pattern(r"(?:an?|the|its|their|his|her|he|she|it|they|we)\b", re.IGNORECASE)
_DETERMINED = Pattern(r"(?:^|\s)(?=(?:an?|the|one|two|three|four|several|some)\s)", re.IGNORECASE)


def _last_actor(text: str, phrase: Span) -> Span | None:
    """The speaker that closes a stretch which also tells of an event, as where commas are lost."""
    words = phrase.of(text)
    told = event_words().find(words)
    for match in _DETERMINED.finditer(words, told[-1].span.end if told else 0):
        closing = words[match.end() :]
        if len(closing.split()) <= _SHORT and speaker_words().find(closing):
            return Span(phrase.start + match.end(), phrase.end)
    hits = [h for h in _book().find(words) if phrase.start + h.span.end == phrase.end]
    return Span(phrase.start + hits[-1].span.start, phrase.end) if hits else None


def can_speak(phrase: str) -> bool:
    """Whether a phrase names somebody: an actor, a speaking noun, a pronoun or a name."""
    return bool(
        _PRONOUN.match(phrase)
        or speaker_words().find(phrase)
        or person_words().find(phrase)
        or _book().find(phrase)
        or (_NAME.search(phrase) and not event_words().find(phrase))
    )
