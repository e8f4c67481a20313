"""What may stand between persons and the word that says what befell them."""

from __future__ import annotations

import re
from dataclasses import replace

from tallystick.extract.effects.casualty_cues import Cue
from tallystick.extract.effects.casualty_fates import ONE
from tallystick.extract.effects.persons import Persons
from tallystick.model.document import Span
from tallystick.model.values import CountRange, PersonClass
from tallystick.vocab.pattern import Pattern

WOUNDED_WHO = Pattern(
    r"(?:,?\s+(?:who|that)\s+(?:was|were|had been|has been))?,?\s+(?:\w+ly\s+)?", re.IGNORECASE
)
STILL = Pattern(  # nothing but places and times between a wound and the death of it
    r"(?:(?!\b(?:and|but|when|while|after|before|as|who|that|said)\b)[^.;]){0,110}?,?\s+"
    r"(?:(?:has|have|had|later|since|also|then|eventually|was|were)\s+){0,3}",
    re.IGNORECASE,
)
AND = Pattern(r"(?:,?\s+and|,)\s+(?:[\w-]+\s+and\s+)?", re.IGNORECASE)
WHENCE = Pattern(r"\s+(?:from|of|in|with|belonging to)(?:\s+the)?\s+", re.IGNORECASE)
_AND_SO_MANY = Pattern(
    r"\s+(?:from|of|in|with|belonging to)"
    r"(?:\s+(?!(?:and|when|who|after|was|were|is|are|has|have|had)\b)[\w’'()-]+){1,7},?\s+"
    r"(?:and|as well as|along with)\s+(?:also\s+)?",
    re.IGNORECASE,
)


def somebody(span: Span) -> Persons:
    return Persons(span, ONE, PersonClass.PEOPLE, None, counted=True)


_WITH_HIS = Pattern(r"\s+of(?:\s+[\w’'()-]+){1,6},\s+", re.IGNORECASE)  # "a leader of X, his"
_APPOSED = Pattern(  # "the mayor, JUAN EXAMPLE, and two clerks"
    r",?(?:\s+(?!(?:KILLED|WOUNDED|INJURED|DEAD|WHO|AND)\b)[A-Z][\w.’'-]*){1,5},?\s+(?:and|AND)\s+"
)
AGAIN = Pattern(  # those told of before: "the two", "his driver", "all of them"
    r"(?:the|these|those|all|both|his|her|their|its|each)\b|(?:persons|people|others)\b",
    re.IGNORECASE,
)
OF_DEAD = Pattern(r"\s+of\s+(?:the\s+)?(?:dead|bodies|corpses|killed)\b", re.IGNORECASE)
BODY = Pattern(r"\b(?:bod(?:y|ies)|corpses?|martyrs?)\b", re.IGNORECASE)
_THEIRS = Pattern(r"(?:his|her|their)\b", re.IGNORECASE)
ARMOUR = Pattern(r"\b(?:tanks?|vehicles?|carriers?|lorries|trucks?|cannons?)\b", re.IGNORECASE)
ARTICLE = ("a ", "an ", "the ")
LAST_VERB = Pattern(r"\s+(?:killed|wounded|injured|hurt)\b(?!\s+\d)", re.IGNORECASE)
ALONG = Pattern(
    r"\s*,?\s*(?:along with|together with|as well as|alongside)\s+(?:the\s+|his\s+|her\s+|their\s+|"
    r"other\s+)?",
    re.IGNORECASE,
)
ANOTHER = Pattern(r"[^.;,]{3,70},?\s+and\s+(?:another|a further)\s+", re.IGNORECASE)


def of_two_sorts(text: str, left: Persons, right: Persons) -> bool:
    """ "19 fighters from the group and four civilians", "the head of the guard and his driver".

    Both have their number, or they are one person and others: his, or numbered.
    """
    gap = text[left.span.end : right.span.start]
    one = left.count == ONE and not left.bare
    if one and right.counted and _APPOSED.fullmatch(gap):
        return True
    his = one and _THEIRS.match(text, right.span.start) is not None
    if his and _WITH_HIS.fullmatch(gap):
        return True
    numbered = (left.counted or one) and ((right.counted and not right.bare) or his)
    return numbered and _AND_SO_MANY.fullmatch(gap) is not None


OBJECT_GAP = Pattern(
    r"[\"”’']?(?:,?\s+according to [^,.;0-9]{3,60}?,?(?=\s))?\s*"
    r"[\"“‘]?(?:of\s+)?(?:a\s+total\s+of\s+)?(?:another\s+|"
    r"a further\s+|an additional\s+|well\s+|the\s+|all\s+|his\s+|her\s+|their\s+|its\s+|"
    r"some of (?:the|its)\s+|to death\s+|dead\s+|what it (?:said|called) (?:was|were)\s+)?",
    re.IGNORECASE,
)
JOIN = Pattern(
    r"[\"”]?(?:,\s(?:aged\s)?\d{1,3}(?=,|\sand\b))?\s*(?:,|,?\s*and|,?\s*as well as|"
    r",?\s*along with|,?\s*together with|,?\s*in addition to|plus)\s*"
    r"(?:also\s+|the\s+|his\s+|her\s+|their\s+|its\s+)?",
    re.IGNORECASE,
)
OWN_VERB = Pattern(
    r"\s+(?:(?:people|persons|others|more)\s+)?(?:(?:was|were|are|is|has been|have been|"
    r"had been)\s+)?"
    r"(?:\w+ly\s+)?(?:killed|wounded|injured|hurt|dead|died|shot|missing|kidnapped|abducted|"
    r"sustained|suffered|escaped|survived)\b|\s+(?:was|were)\b",
    re.IGNORECASE,
)
SHARED = Pattern(
    r"^\s*,\s*$|(?:^|[\s,])(?:and|or|&|then|but|before being|before)\s+(?:(?:later|then|"
    r"subsequently|was|were|had|"
    r"been|being|both|also|eventually|soon|\w+ly)\s+){0,4}$",
    re.IGNORECASE,
)
HAS_OBJECT = Pattern(
    r"[\"”’']?\s+(?:him|them|us|me|it|several|an?|his|its|their|her(?!\s+(?:when|after|in|at))|"
    r"the(?!\s+(?:same|next|previous|day|night|week|morning)\b)|"
    r"(?-i:(?!\w+day\b)[A-ZÀ-Þ][a-zà-ÿ’'-]+\s[a-z]{3,}s)(?!\s+(?:said|says?|told|reported)\b)"
    r"(?<!clashes)(?<!attacks)(?<!strikes)(?<!raids)(?<!blasts)(?<!protests)(?<!bombings)"
    r"(?<!sources)(?<!officials)|"  # "rebels killed Velmian pilgrims"
    r"(?-i:(?!\w+day\b|(?:In|At|On|By|And|As|After|Near|During|When|While|From|To|For|Over|With|"
    r"Since|Last|This|Who|But|Or|Outside|Inside|January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b)[A-ZÀ-Þ][a-zà-ÿ’'-]+)"  # "they killed Example to"
    r"(?=\s(?:to|because|before|and\s(?:then|fled|left|took|set))\b))\b",
    re.IGNORECASE,
)
SHOUTED_OBJECT = Pattern(  # "SOLDIERS KILLED ANN EXAMPLE", but not "SOLDIERS KILLED LAST WEEK WERE"
    r"\s+(?!(?:IN|ON|AT|BY|OF|TO|AS|AND|OR|BUT|NOR|NEAR|WITH|FROM|FOR|DURING|AFTER|BEFORE|SINCE|"
    r"WHEN|WHILE|WHERE|WHO|WHOM|WHOSE|THAT|WHICH|THEN|THERE|HERE|BECAUSE|IF|THAN|OVER|UNDER|"
    r"INSIDE|OUTSIDE|AROUND|ALONG|ALONGSIDE|TOGETHER|BETWEEN|AMONG|WITHIN|THROUGHOUT|ACROSS|"
    r"LAST|THIS|NEXT|EARLIER|LATER|AGO|TODAY|TONIGHT|YESTERDAY|SO|ALSO|ONLY|INSTEAD|WAS|WERE|IS|"
    r"ARE|BE|BEEN|HAD|HAS|HAVE|WILL|WOULD|COULD|MAY|MIGHT|SAID|SAYS)\b)"
    r"(?![A-Z]+(?:ING|LY|DAY)\b)[A-ZÀ-Þ][A-ZÀ-Þ’'-]+\s+[A-ZÀ-Þ]"
)
VERBS_JOINED = Pattern(r",?\s+(?:and|or|&)\s+(?:\w+ly\s+|then\s+|later\s+)?", re.IGNORECASE)
STOP = Pattern(
    r"[.;]|\b(?:was|were|when|after|before|while|injuring|wounding|killing)\b", re.IGNORECASE
)
PREPOSITION = Pattern(
    r"\b(?:in|by|with|from|near|against|on|at|to|between|after|during|for|under|into|over|inside|"
    r"targeting|of|than|told|like|as|among)\s+(?:(?:the|an?|its|their|his|her|some|other|"
    r"another)\s+)?$",
    re.IGNORECASE,
)
SPOKE = Pattern(r"\bsaid\s+(?:(?:the|an?|its|some|another)\s+)?$", re.IGNORECASE)
SPEECH = Pattern(r"[^,\"“”’']\s+said\s+(?:(?:the|an?|its|some|another)\s+)?$", re.IGNORECASE)
TOLD_OF = Pattern(  # "the mayor, Ann Example, said 13 people were killed"
    r",\s+[^,\"“”]{3,60},\s+said\s+$", re.IGNORECASE
)
RELATIVE = Pattern(r"\s*,?\s*(?:who|that|which|whom)\b", re.IGNORECASE)
ASIDE = Pattern(r"\([^()]{0,120}\)|,[^,;.]{0,90},|\s[-–—][^-–—;.]{0,90}[-–—]\s")
_APPOSED_TO = Pattern(r"\b(?:killed|dead|died|wounded|injured|hurt),\s+$", re.IGNORECASE)
_OF_WHOM = Pattern(
    r"\bof\s+(?:whom|which|them)\s+(?:at least\s+|only\s+|about\s+)?$", re.IGNORECASE
)
OF_HURT = Pattern(  # "two of the wounded", "a child among those injured in the blast"
    r"\s+(?:of|among)\s+(?:the|its|those|these)\s+(?:\w+\s+)?(?:wounded|injured|hurt)\b",
    re.IGNORECASE,
)
VERB = Pattern(
    r";|\b(?:said|says|say|told|tell|reported that|announced|claim(?:ed|s)|added|spoke|spoken|"
    r"confirm(?:ed|s)? that|attack(?:ed|s)|open(?:ed)? fire|fired|launch(?:ed|es)|stormed|"
    r"raided|entered|drove|arrest(?:ed|s)|captured|seized|destroyed|target(?:ed|s)|bomb(?:ed|s)|"
    r"shelled|blamed|accused|believe|fled|kill(?:ed|s|ing)|wound(?:ed|ing)|injur(?:ed|ing)|"
    r"escaped|survived|responded|arrived|heard|found that|saw|think|knew|know|"
    r"had(?=\s+(?:an?|the|no|to|his|her|their|not)\b)|when|after|while|because|but|where|"
    r"and (?:that|he|she|they|it|the)|"
    r"caus(?:ed|ing)|leaving|left)\b",
    re.IGNORECASE,
)
IN_BATTLE = Pattern(  # "soldiers of the northern command | fell | on the field of honour"
    r"\s+(?:on the (?:field of (?:honou?r|battle|duty)|battlefield)|in (?:action|battle|combat|"
    r"the line of duty))\b",
    re.IGNORECASE,
)
HIM = Pattern(  # but not "killing her son"
    r"\s+(?P<him>him|her)(?=[,.;]|$|\s(?:and|in|on|at|near|outside|inside|with|when|as|before|after|"
    r"while|there|too|instantly|outright|immediately|also|by|from|along)\b)",
    re.IGNORECASE,
)
THEREBY = Pattern(r",\s(?:(?:\w+ly|also|reportedly)\s)?$", re.IGNORECASE)
REDUCED = Pattern(  # "men | seized in May and accused of theft | were killed"
    r"\s+(?:\w+ly\s+)?(?:\w{2,}ed|held|taken|found|said|known|thought|shot|sent|caught)\s+"
    r"(?:of|in|by|on|at|for|from|during|since|last|near|to|as|over|with)\s"
    r"(?:(?!\b(?:but|said|says|when|while|after|before|because|where|that|which)\b)[^,;.:]){1,70}?"
    r"\s(?:was|were|(?:had|has|have) been)\s+(?:\w+ly\s+)?",
    re.IGNORECASE,
)
_PURE = Pattern(
    r"\s*(?:(?:were|was|have been|has been|had been|are|is|people|being)\s+)?(?:\w+ly\s+)?$", re.I
)


ACTED = Pattern(  # "brothers burned three mills and murdered a couple": their second deed
    r"(?!.*\b(?:was|were|been|being|is|are)\b)\s+(?:\w+ly\s+)?[a-z]+ed\s(?:the|an?|his|her|their|its|"
    r"two|three|four|five|six|several|some|\d+)\s.+\sand\s+(?:\w+ly\s+)?",
    re.IGNORECASE,
)
_WHO_WAS = Pattern(
    r",?\s+who\s+(?:(?:was|were|had been|has been|later|then)\s+){0,2}(?:\w+ly\s+)?", re.IGNORECASE
)


def befell(text: str, who: Persons, cue: Cue) -> bool:
    """ "At the funeral of a boy **who was killed**": his own clause says it, whatever he is of."""
    return _WHO_WAS.fullmatch(text, who.span.end, cue.span.start) is not None


def adjacent(text: str, who: Persons, cue: Cue) -> bool:
    """ "spoke of five dead", "a toll of 12 killed": the number stands right before its word."""
    return who.counted and _PURE.match(text[who.span.end : cue.span.start]) is not None


def specified(head: Persons, other: Persons) -> Persons:
    """ "Ann Example, a teacher": the head, of the class that the other words give."""
    if head.who.value == "people" and head.count == other.count:
        return replace(head, who=other.who, owner=head.owner or other.owner)
    return head


_TITLED = Pattern(
    r"\s+(?:(?!(?:the|an?|his|her|its|their|him|them|it|in|on|at|by|of|and|or|when|while|after|before|"
    r"as|who|that|with|for|from|to|near|then|outside|inside|during|behind|over|under|because|but|more|others?|people|\w+day|\w+ly|\w+ing)\b)[^\W\d][\w’'-]*\s+){1,3}",
    re.IGNORECASE,
)


def titled(who: Persons, gap: str) -> bool:
    """ "Murdered opposition politician Ann Example": one person, told by words before a title."""
    return (
        who.count == ONE and (who.named or not who.counted) and _TITLED.fullmatch(gap) is not None
    )


def aside_of_who(text: str, head: Persons, cue: Cue) -> bool:
    """ "The general, who drove the rebels out of the town, died": a clause on the one before."""
    return _WHO_ASIDE.fullmatch(text, head.span.end, cue.span.start) is not None


_WHO_ASIDE = Pattern(
    r"(?:,\s+who(?:se)?\s+[^,;.]{3,140},|[^,;.–—]{0,40}?\s[-–—]{1,2}\s+(?:who(?:se)?|which|that)\s+"
    r"[^;.–—]{3,140}?\s[-–—]{1,2})\s+(?:(?:was|were|has|have|had|been|later|also)\s+){0,3}",
    re.IGNORECASE,
)


def apposed(text: str, who: Persons) -> bool:
    """ "One killed, a man of 62, and eight hurt": the man is the one killed."""
    start = who.span.start
    return who.count == ONE and _APPOSED_TO.search(text, max(0, start - 12), start) is not None


def of_whom(text: str, who: Persons, cue: Cue) -> bool:
    """ "40 villagers, of whom six have died": only these."""
    start = who.span.start
    opened = _OF_WHOM.search(text, max(0, start - 20), start)
    return opened is not None and adjacent(text, who, cue)


def some_of_those(text: str, who: Persons, cue: Cue) -> bool:
    """ "Nine are foreigners, and four of those were shot": only these, by a verb of their own."""
    if who.count == ONE and _WHO_ALONE.fullmatch(text, who.span.end, cue.span.start):
        return True  # "nine were hurt, among them a boy, who was shot and died"
    those = who.bare and _THOSE.search(text, who.span.start, who.span.end)
    return bool(those) and adjacent(text, who, cue)


_WHO_ALONE = Pattern(r",?\s+who\s[^,;.]{0,90}", re.IGNORECASE)
_THOSE = Pattern(r"\bof\s+(?:them|those|these)$", re.IGNORECASE)


def only_tells(text: str, who: Persons) -> bool:
    """ "Nine died, of whom some were children and 50 were hurt": what they were, no subject."""
    return _WHOM_WERE.search(text, max(0, who.span.start - 40), who.span.start) is not None


_WHOM_WERE = Pattern(
    r"\bof\s+(?:which|whom)\s+(?:[\w-]+\s+){0,3}?(?:was|were|are)\s+$", re.IGNORECASE
)


def suffers(text: str, who: Persons) -> bool:
    """ "A bomb went off, wounding five people, and a judge was shot": the five are no subject."""
    return _UNDERGOES.search(text, max(0, who.span.start - 40), who.span.start) is not None


_UNDERGOES = Pattern(
    r"\b(?:wounding|injuring|hurting|maiming|burning|killing|abducting|kidnapping|capturing|seizing)"
    r"\s+(?:(?:at\sleast|about|some|around|nearly|up\sto|more\sthan|over)\s+)?(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)


def whole_of(text: str, listed: list[Persons]) -> list[Persons]:
    """ "Two people, a guard and a vendor, died": two in all, where a comma closes the list.

    ``listed`` runs from the last person to the first.
    """
    first, rest = listed[-1], listed[:-1]
    alone = len(rest) > 1 and all(p.count == ONE for p in rest)
    closed = text[listed[0].span.end : listed[0].span.end + 1] == ","
    return [first] if alone and closed and first.count == CountRange.exactly(len(rest)) else listed
