"""What a denial, a disavowal or a charge takes for granted: who denies having done it leaves
standing that it was done, and who lays an attack on somebody tells of it as known."""

from __future__ import annotations

from tallystick.extract.quotation.attribution import Attribution
from tallystick.extract.quotation.own_acts import DID
from tallystick.model.document import Span
from tallystick.model.statement import Field, Stance
from tallystick.vocab.caseless import caseless

__all__ = ["taken_for_granted"]

_COUNTED = (Field.KILLED, Field.INJURED, Field.ABDUCTED)
_BESIDE = 40  # characters from a weapon to the noun that it is part of: "a drone | strike"


def taken_for_granted(text: str, said: Attribution, span: Span, field: Field | None = None) -> bool:
    """Whether a source leaves standing what is told at a span: "denied planting the bomb **that
    killed two**", "denied that troops had fired in the quarter, **where a boy was hit**", "said it
    had no part in the killing of **two**", "could not say who had fired **the rocket**".

    ``field`` is what the words give a value of: of whom a denied attack hit, and with what, who
    denies it says nothing ("denied that its men had fired on **a bus**").
    """
    if _is_aside(text, said, span):
        return True
    if field is None:
        return False
    if _is_disowned(text, said, span):
        return True
    if field is Field.ATTACKER or span.start < said.cue.end:
        return False
    if said.stance is Stance.DENIES:
        own = _OWN_DEED.match(text, said.cue.end, said.content.end)
        return field not in _COUNTED or (own is not None and own.end("self") <= span.start)
    if _is_judged(text, said, span):
        return True
    return said.stance is Stance.BLAMES and _is_charged(text, said, span)


def _is_aside(text: str, said: Attribution, span: Span) -> bool:
    """Whether a denial tells of it in a clause, or under a noun, that stands of itself."""
    if said.stance is not Stance.DENIES or span.start < said.cue.end:
        return False
    before = text[said.cue.end : span.end]
    aside = _ASIDE.search(before) or _AUTHORSHIP.search(before)
    return aside is not None and _OF_WORDS.search(before, 0, aside.start()) is None


def _is_disowned(text: str, said: Attribution, span: Span) -> bool:
    """ "Said that none of its men had fired on **the bus**", "said it did not know who had": in the
    clause of those words, after them."""
    denial = _DISOWNED.match(text, said.content.start, said.content.end)
    if denial is None or span.end < denial.end():
        return False
    return _NEXT_CLAUSE.search(text, denial.end(), span.start) is None


def _is_charged(text: str, said: Attribution, span: Span) -> bool:
    """ "Blamed the Front for the raid on **a camp**": the raid is known, the author is not."""
    charge = _CHARGE.search(text, said.cue.end, min(said.content.end, span.end + _BESIDE))
    if charge is None or span.start < charge.start():
        return False
    return _NEXT_CLAUSE.search(text, charge.end(), span.start) is None


def _is_judged(text: str, said: Attribution, span: Span) -> bool:
    """ "Condemned the bombing of **a camp**", "described the **mortar** attack as a crime": what is
    judged is known; what somebody says of it is not."""
    if _JUDGES.match(said.cue.of(text)) is None:
        return False
    judged = _JUDGED.match(text, said.cue.end, said.content.end)
    return judged is not None and _OTHER_CLAUSE.search(text, judged.end(), span.start) is None


_ACTS = (
    r"(?:attacks?|raids?|bombings?|bombs?|blasts?|explosions?|strikes?|airstrikes?|ambush(?:es)?|"
    r"shootings?|killings?|assaults?|massacres?|shelling|mines?|rockets?|missiles?|shells?)"
)
_ASIDE = caseless(
    rf"\b{_ACTS}"
    r"(?:\s(?!(?:that|which)\b)[^\s.;,]+){0,8}?\s(?:that|which|in\swhich)\s(?!(?:it|its|they|their|the|"
    r"he|we)\b)(?:\w+\s){0,2}?(?:killed|wounded|injured|left|claimed|destroyed|damaged|maimed|hurt)\b|"
    r",\s(?:where|in\swhich|(?:(?:a|an|two|three|some|\w+)\s(?:days?|hours?|weeks?)\s)?after)\s"
)
_DEATHS = (
    r"(?:killings?|murders?|massacres?|assassinations?|deaths?|abductions?|kidnappings?|executions?|"
    r"slayings?)"
)
_AUTHORSHIP = caseless(
    r"\b(?:responsib\w+|involve(?:d|ment)|role|part|hand|complicity|blame|guilt|behind|links?|linked|"
    r"anything\sto\sdo|connect(?:ed|ion)|carr(?:ied|ying)\sout|order(?:ed|ing)|commit(?:ted|ting)|plann(?:ed|ing)|"
    r"plott(?:ed|ing)|stag(?:ed|ing)|conduct(?:ed|ing)|orchestrat(?:ed|ing)|perpetrat(?:ed|ing))\s"
    r"(?:(?:for|in|to|with|of|being)\s){0,2}the\s(?:(?!reports?\b)[\w’'-]+\s){0,3}?"
    rf"{_DEATHS}\sof\b"
)
_OF_WORDS = caseless(r"\b(?:reports?|claims?|rumou?rs?|stor(?:y|ies)|version|accounts?)\b")
_OWN_DEED = caseless(  # after "denied": what was done is granted, no loss of its own
    r"(?:\s+(?!(?:claims?|boasts?|assertions?)\s+(?:by|of|from)\b|[\w-]+['’]s?\s+(?:claims?|boasts?)\b)"
    r"[^\s.;]+){0,9}?\s+(?P<self>(?:(?:any|one|some|two)\s+of\s+)?(?:its|their|our|his)"
    r"(?:\s+(?!(?:been|was|were)\b)[\w’'-]+){1,4}?|"
    r"it|they|we|having)(?:,[^.;,]{3,50},)?\s+(?:(?:had|has|have|ever|also|\w+ly)\s+){0,3}"
    rf"{DID}\b"
)
_OPENS = r"[\s\"“]*(?:[^.;]{0,60}?\bthat\s+)?[\"“]?"
_SELF = r"(?:[^\s.;:,]+\s+){1,7}?"
_NOTHING = (
    r"(?:(?:ha[sd]|have|having)\s+[\"“]?(?:nothing\s+(?:at\s+all\s+|whatsoever\s+)?to\s+do\s+with|"
    r"(?:\w+ly\s+)?no\s+(?:hand|part|role|involvement|share|connection|links?)(?:\s+whatsoever|"
    r"\s+at\s+all)?\s+(?:in|with|to))\b|"
    r"(?:play(?:ed|s)?|bore|bears?|took|taken|takes?)\s+no\s+(?:part|role|responsibility|blame)\s+(?:in|for)\b|"
    r"(?:was|were|is|are)(?:\s+not|n['’]t|\s+in\s+no\s+way)\s+(?:\w+ly\s+)?(?:behind|responsible\s+for|"
    r"involved\s+in|linked\s+to|to\s+blame\s+for|connected\s+(?:to|with)|implicated\s+in)\b)"
)
_DO = (
    r"(?:set|plant|place|lay|bomb|attack|shell|strike|hit|fire|launch|kill|shoot|carry\s+out|stage|"
    r"target|order|commit|burn|torch|ambush|abduct|kidnap|murder|execute|raid|drop|detonate|massacre|"
    r"use|send|conduct|aim|assassinate|rocket|mortar)"
)
_NOT_DONE = (
    rf"(?:(?:did\s+not|didn['’]t)\s+(?:ever\s+)?{_DO}|(?:ha[sd]|have)(?:\s+not|\s+never|n['’]t)\s+"
    rf"(?:ever\s+)?(?:{DID}|set|sent|used|burn(?:ed|t)|ordered)|never\s+(?:{DID}|set|sent|used))\b"
)
_NOBODY = (  # "none of its men", "no soldier"
    r"(?:(?:none|not\s+one|nobody|no\s+one)\s+(?:of|from|in)\s+(?:its|their|our|his)\s+"
    r"(?:[\w’'-]+\s+){1,3}?|not?\s+(?:one\s+|a\s+single\s+)?(?:[\w’'-]+\s+){1,2}?(?:of\s+(?:ours|theirs|its)\s+)?)"
    rf"(?:(?:ha[sd]|have|ever)\s+){{0,2}}(?:{DID}|threw|thrown|hurled|flew|flown|t(?:ook|aken)\s+part|"
    r"(?:been|was|were)\s+(?:in|near|there|present|active|operating|involved|behind))\b"
)
_UNKNOWN = (
    r"(?:(?:could|can|did|do|does)(?:\s+not|n['’]t|not)\s+(?:yet\s+|\w+ly\s+)?(?:establish|determine|say|"
    r"know|tell|identify|confirm|specify)\s+(?:for\s+sure\s+|yet\s+)?(?:who|which|whose)|"
    r"(?:was|were|is|are)\s+(?:still\s+|also\s+|now\s+|\w+ly\s+)?[\"“]?(?:looking\s+into|investigating|"
    r"examining|studying|checking|verifying|aware\s+of|reviewing|probing)[\"”]?\s+(?:[\w-]+\s+)?"
    r"(?:reports?|claims?|allegations?|accusations?|complaints?)|"
    r"(?:ha[sd]|have)\s+no\s+(?:information|knowledge|record|reports?|evidence)\s+(?:of|on|about|that))\b"
)
_DISOWNED = caseless(rf"{_OPENS}(?:{_NOBODY}|{_SELF}(?:{_NOTHING}|{_NOT_DONE}|{_UNKNOWN}))")
_NEXT = (
    r"(?<!\b\w)\.|[;:]|,?\s(?:but|while|although|though|whereas|instead|adding|saying|blaming|accusing|"
    r"insisting)\s|\sand\s(?:that|it|they|its|their|he|she|his|the)\s"
)
_NEXT_CLAUSE = caseless(_NEXT)
_OTHER_CLAUSE = caseless(rf"{_NEXT}|\s(?:as|because|since)\s")
_JUDGES = caseless(
    r"(?:condemn|denounc|deplor|decr(?:y|ie)|repudiat|lament|mourn|regret|prais|hail|welcom|"
    r"critici[sz]|protest|describ|call(?:ed|s|ing)?$|term|brand|label|discuss|investigat)"
)
_JUDGED = caseless(
    r"\s+(?:(?:the|this|these|those|an?|last|[\w’'-]+['’]s?)\s)(?:(?!(?:that|which|who|as)\b)[\w’'.-]+\s){0,6}?"
    rf"(?:{_ACTS}|{_DEATHS})\b"
)
_CHARGE = caseless(
    r"\b(?:for|of|with|over)\s+(?:(?:(?:perpetrat|committ|stag|plann|order|orchestrat|mastermind|execut)ing|"
    r"carrying\s+out|being\s+behind)\s+)?(?:(?:the|an?|this|that|these|those|both|two|last|[\w’'-]+['’]s?)\s+"
    rf"(?:(?:(?!(?:that|which|and)\b)[\w’'-]+\s+){{0,4}}?(?:{_ACTS}|{_DEATHS}|fire|arson|atrocit\w+|"
    r"crimes?|stabbings?|robber\w+|incursions?|hijackings?)\b)|"
    rf"{_ACTS}\s+(?:that|which|on|in|at)\b)"
)
