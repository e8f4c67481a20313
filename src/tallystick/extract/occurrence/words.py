"""The words by which somebody denies, doubts or confirms that an incident happened.

They speak of the event itself ("denied any attack", "no such raid took place"), of the word that
is about on it ("called the report invented"), or give another cause ("a gas bottle had burst").
Who denies to have done it ("denied any role") says nothing of that; neither does who doubts a
figure.

A blank in a pattern stands for any run of blanks, since wire copy breaks its lines anywhere.
"""

from __future__ import annotations

from tallystick.vocab.caseless import Caseless, caseless

__all__ = [
    "CONFIRMS",
    "DENIES",
    "DENIES_BY_CAUSE",
    "DENIES_IN_SPEECH",
    "DOUBTS",
    "LEFT_OPEN",
    "MAY_CONFIRM",
    "MAY_DENY",
    "MAY_DENY_IN_SPEECH",
    "MAY_DOUBT",
    "TOLL",
]


def _cue(pattern: str) -> Caseless:
    return caseless(pattern.replace(" ", r"\s+"))


# ------------------------------------------------------------------ what is spoken of

_WORD = r"[\"“‘]?[\w’'-]+[\"”]?"
_LY = r"(?:(?:\w+ly|also|ever|later|again) )?"
_PLAIN = (  # a word before a noun: "the alleged Examplian"
    r"(?!(?:of|for|in|on|by|to|that|which|who|it|its|his|her|their|our|having|role|part|hand|"
    r"responsibility|involvement|knowledge|links?|claims?|was|were|is|are|had|has|have|and|or|but|"
    r"when|after|before|against|from|with|no|not|only|toll|\w+ing|future|planned)\b)"
    rf"{_WORD}"
)
_EVENT = (
    r"[\"“‘]?(?:air ?|drone |missile |rocket |mortar |bomb |gas |chemical |terror(?:ist)? |"
    r"suicide )?(?:attacks?|strikes?|airstrikes?|raids?|bombings?|bombardments?|shelling|blasts?|"
    r"explosions?|ambush(?:es)?|assaults?|clash(?:es)?|incursions?|massacres?|skirmish(?:es)?|"
    r"firefights?|incidents?|air operations?)"
)
_SUCH = (
    rf"(?:{_EVENT}|shootings?|killings?|kidnappings?|abductions?|fighting|combat|battles?|crimes?|"
    r"shots?|gunfire|(?:rocket|mortar|artillery|hostile|small arms) fire|bombs?|events?|things?|"
    r"exchanges? of fire|operations?|arrests?|launch(?:es)?|flights?)"
)
_NO_HEAD = (
    r"\b(?! (?:tolls?|plans?|plots?|claims?|allegations?|charges?|threats?|helicopters?|jets?)\b)"
)
_REPORT = (
    r"(?:reports?|claims?|rumou?rs?|story|stories|version|accounts?|news|talk|assertions?|"
    r"suggestions?)"
)
_TOLD = r"(?:reports?|rumou?rs?|story|stories|version|accounts?|allegations?|accusations?)"
_CHARGE = rf"(?:{_REPORT}|allegations?|accusations?|charges?)"
_THE = r"(?:the|this|that|these|those|such|all|any|media|press|its|their|his|earlier|online|both)"
_USE = rf"use of (?:{_PLAIN} ){{0,3}}?(?:weapons?|agents?|gas(?:es)?|munitions?)"
_HIT = (
    r"(?:hit|struck|attacked|bombed|shelled|raided|stormed|hijacked|ambushed|targeted|robbed|"
    r"burned|burnt|torched|set on fire|set ablaze|blown up|shot down|downed|torpedoed|boarded|"
    r"taken|seized|captured|overrun|shot at|fired (?:up)?on)"
)
_BE = r"(?:was|were|had been|has been|have been|is|are|being)"
_TOOK_PLACE = r"(?:took place|taken place|take place|occur(?:red)?|happen(?:ed)?|been carried out)"
_UNDER_FIRE = r"(?:had |has |have )?(?:come|came) under (?:\w+ )?(?:attack|fire)"
_ITS_OWN = r"(?! by (?:its|their|his|her|our|the (?:army|air force|government|regime|military))\b)"
_HAPPENING = (
    rf"(?:there (?:was|were|had been|has been|have been|is) (?:{_WORD} ){{0,4}}?{_SUCH}|"
    rf"(?:{_WORD} ){{1,7}}?(?:had |has |have |did )?{_TOOK_PLACE}|"
    rf"(?:{_WORD} ){{1,8}}?{_BE} {_LY}{_HIT}\b{_ITS_OWN}|"
    rf"(?:{_WORD} ){{0,3}}?(?:weapons|gas|agents?) {_BE} (?:ever )?used\b{_ITS_OWN}|"
    rf"(?:{_WORD} ){{0,3}}?(?:drones?|missiles?|rockets?|shells?|bombs?) "
    r"(?:had |has |have )?(?:fallen|fell|landed|crashed)\b|"
    rf"(?:{_WORD} ){{1,7}}?(?:{_UNDER_FIRE}|(?:had |has )?(?:gone off|went off|exploded|"
    r"detonated)\b))"
)
_ACTED = (
    r"(?:bombed|shelled|attacked|raided|stormed|killed|shot|burned|fired|dropped|destroyed|struck|hit|"
    r"ambushed|executed|massacred|abducted|kidnapped|mined|torched|beheaded|strafed)"
)
_OF_EVENT = rf"(?:of|about) (?:(?:{_PLAIN}|an?|the) ){{0,5}}?(?:{_SUCH}|{_USE}){_NO_HEAD}"

TOLL = _cue(
    r"\b(?:dead|deaths?|casualt\w+|killed|wounded|injured|tolls?|losses|figures?|numbers?|victims|"
    r"anything|anyone|anybody|identity|motives?|died|hostages?|prisoners?|captives?|"
    r"captured (?:\w+ )?(?:soldiers|troops|men|fighters|officers|pilots?|crews?))\b"
)
"""What a denial or a doubt can be of instead: a figure, those who were taken."""

# ------------------------------------------------------------------ denials

_SHEER = r"(?:pure|complete|utter|total|sheer|absolute|blatant|malicious|outright)"
_AS = (
    rf"(?:as )?[\"“‘]?(?:\w+ly |just |nothing (?:but|more than) |all )?(?:an? |the )?(?:{_SHEER} )?"
)
_MADE_UP = (
    rf"(?:{_AS}(?:\w+ and )?[\"“‘]?(?:an? )?(?:{_SHEER} )?(?:fabricat(?:ed|ions?)|"
    r"invent(?:ed|ions?)|fiction|fictitious|lies?|hoax|fake(?: news)?|made[- ]up|rubbish|nonsense|"
    r"fantasy|fairy ?tales?|concocted|imaginary)\b)"
)
_FALSE = (
    rf"(?:{_MADE_UP}|{_AS}(?:\w+ and )?[\"“‘]?(?:false|untrue|not true|incorrect|wrong|baseless|"
    r"unfounded|groundless|malicious|without (?:any )?(?:foundation|basis))\b)"
)
_NO_MERE = (  # "rejected the accusation as nonsense" is on who did it
    r"(?!(?:(?<=accusation)|(?<=accusations)|(?<=charge)|(?<=charges)) as [\"“‘]?(?:\w+ )?"
    r"(?:nonsense|rubbish)\b)"
)
_IS = r"(?:was|were|is|are|had been|(?:proved|turned out)(?: to be)?)"
_BARE = (  # and nothing more of what it says
    r"(?:report|version|story|account|rumou?r)s?(?= as\b|[,.;:]| and\b| but\b| saying\b|$)"
)
_DENY = r"(?<!\bnor\s)(?<!\bor\s)(?<!\bnot\s)\bden(?:y|ies|ied|ying)"
_REJECT = r"\b(?:reject|dismiss|disput|refut|rebut|debunk|contradict)(?:s|es|ed|ing)?"
_REFUSE = r"\b(?:denie[sd]|(?:reject|dismiss|disput|refut|rebut)(?:s|es|ed))"
_CALL = (
    r"\b(?:call|describe?|denounce?|dismiss|reject|brand|term|label|condemn|"
    r"brush)(?:s|es|d|ed|led|ing)?(?: aside| off)?"
)

DENIES = (
    # "denied any attack", "denying Examplian air raids"; not "denied shelling the town"
    _cue(
        rf"{_DENY} (?!\w+ing\b)(?:that )?(?:{_PLAIN} ){{0,4}}?{_EVENT}{_NO_HEAD}"
        r"(?! (?:was|were|had|has|is|are|came|that|which|by)\b)"
    ),
    _cue(rf"{_DENY} (?:that |(?=there |an? )){_HAPPENING}"),
    # "denied reports of an attack", "rejected rumours that the town had been taken"
    _cue(rf"(?:{_DENY}|{_REJECT}) (?:{_WORD} ){{0,3}}?{_REPORT} (?:{_OF_EVENT}|that {_HAPPENING})"),
    # "denied the version", "rejected this account as part of a war of words"
    _cue(rf"{_REFUSE} (?:the|this|that|these|those|such) {_BARE}(?: as [^.;]{{3,60}})?"),
    _cue(rf"{_REFUSE} (?:the|this|that|these) claims? as [^.;]{{3,60}}"),
    # "called the report a lie", "described the massacre as fabricated"
    _cue(
        rf"{_CALL} (?:it|this|that|(?:{_WORD} ){{0,5}}?(?:{_CHARGE}{_NO_MERE}|{_EVENT}|"
        rf"broadcast|statement|announcement|communiqu[eé]|video|post)"
        rf"(?: (?:of|against) [^.;,]{{3,50}}?)?) (?:{_MADE_UP}|as (?:\w+ and )?staged\b)"
    ),
    _cue(rf"(?<=which\s)(?:{_WORD} ){{1,6}}?called {_MADE_UP}"),
    # "the reports are totally false", "the allegations were illogical and fabricated"
    _cue(
        rf"\b(?:{_REPORT}(?: (?:(?:by|in|on|from) (?:(?! that\b)[^.;]){{3,60}}?|that (?:are|"
        rf"were) \w+))?"
        rf"(?: {_OF_EVENT}"
        rf"(?: [^.;]{{3,100}}?)?| that {_HAPPENING}| on the {_USE}(?: [^.;]{{3,60}}?)?)?|"
        rf"{_REPORT} (?:of|by|from|in) (?:{_WORD} ){{1,6}}?that {_HAPPENING}(?: [^.;]{{3,60}}?)?|"
        rf"(?:{_REPORT}|allegations?)(?: (?:of|by|from|in) (?:{_WORD} ){{1,5}}?{_WORD})? that "
        rf"(?:{_WORD} ){{1,6}}?{_ACTED} [^.;]{{3,120}}?|"
        rf"{_EVENT}(?! (?:was|were|is|are|had been) (?:\w+ly )?wrong\b)) "  # a crime, he says
        rf"{_IS} {_FALSE}"
    ),
    _cue(rf"\b(?:{_CHARGE}|statement|announcement) {_IS} {_MADE_UP}"),
    _cue(rf"\bit {_IS} (?:\w+ly )?(?:false|untrue|not true|a lie) that {_HAPPENING}"),
    _cue(rf"\bno truth (?:{_WORD} )?(?:in|to|behind) (?:{_WORD} ){{0,2}}?{_REPORT}"),
    _cue(rf"\b(?:{_REPORT}|{_EVENT})\b[^.;]{{0,80}}? (?:was|were|been) (?:\w+ly )?denied by\b"),
    _cue(
        r"\b(?:such a thing|nothing of the (?:sort|kind)) (?:had |has |ever |never )*"
        r"(?:happened|took place|taken place)"
    ),
)
"""Said by the words themselves, whoever says them."""

_FAULT = (
    r"(?:an? |the )?(?:\w+ )?(?:accident|technical (?:faults?|failures?|problems?|malfunctions?|"
    r"reasons)|mechanical (?:faults?|failures?|problems?)|malfunctions?|engine (?:failure|trouble)|"
    r"electrical (?:faults?|failures?|problems?)|short[- ]circuits?|transformer faults?|gas "
    r"(?:leaks?|explosions?|cylinders?|canisters?|bottles?|tanks?)|(?:pilot|human) error|faulty "
    r"wiring|"
    r"fireworks?|"
    r"(?:training|routine) (?:exercises?|flights?|drills?)|controlled (?:explosions?|"
    r"detonations?)|sonic booms?)\b"
)
_CAUSE = (
    rf"(?:{_FAULT}|(?:(?:bad|the) )?(?:weather|fog|lightning|frost|rust|corrosion)|an? bird|birds)"
)
_MISHAP = (
    rf"(?:{_EVENT}|fires?|crash(?:es)?|derailment|collapse|leak|noise|bang|smoke|it|this|that)"
)
_OTHER = (  # "there was no evidence the attacks came from the north" denies none
    r"(?!(?:further|other|new|more|additional|group|one|claims?|evidence|proof|signs?|doubts?|"
    r"indications?|question|reason|words?|links?)\b)"
)

DENIES_IN_SPEECH = (
    # "no attack took place", "no such raid ever happened"
    _cue(
        rf"\b(?:no|not any) {_OTHER}(?:{_WORD} ){{0,3}}?{_SUCH} (?:(?:had|has|have|was|were) )?"
        rf"(?:ever )?(?:{_TOOK_PLACE}|(?:been )?(?:fired|launched|carried out)|"
        r"exploded|detonated|went off)\b"
    ),
    _cue(
        r"\bthere (?:was|were|had been|has been|have been) (?:never |simply )?(?:no|not (?:been "
        r")?any) "
        rf"{_OTHER}(?!(?:\w+ )?(?:fighting|combat|battles?|clash(?:es)?)\b)(?:{_PLAIN} ){{0,3}}?"
        rf"{_SUCH}{_NO_HEAD}(?! (?:since|for|in (?:recent|the (?:past|last)))\b)"
    ),
    _cue(
        rf"\b(?:{_SUCH}|it|this|that)\b(?: (?:in|on|at|of|that) [^.;,]{{3,80}}?)? (?:(?:had|has) )?"
        rf"(?:never|not|did not|didn['’]t) {_TOOK_PLACE}"
    ),
    _cue(rf"\bnothing (?:had |has |ever )*{_TOOK_PLACE}"),
    _cue(r"\b(?:nobody|no one|none of \w+ \w+) (?:had |has )?(?:fired|opened fire|attacked)\b"),
    # "no ship had been hit", "no patrol came under attack", "no aircraft were involved"
    _cue(
        rf"\bno {_OTHER}(?:{_PLAIN} ){{1,4}}?(?:{_BE} {_LY}{_HIT}\b{_ITS_OWN}|{_UNDER_FIRE}|"
        r"(?:had )?(?:fell|fallen)\b)"
    ),
    _cue(
        r"\bno (?:\w+ )?(?:aircraft|planes?|jets?|helicopters?|drones?|troops|soldiers|militants|"
        rf"fighters|rebels) {_BE} (?:ever )?(?:involved|present|in the (?:area|air|village|town))"
    ),
    # "the blast was due to a gas leak", "spoke of an accident", "a gas bottle had burst"
    _cue(
        rf"\b{_MISHAP} {_BE} (?:\w+ly |merely |just )*(?:an accident|accidental|(?:due|owing) to "
        rf"{_CAUSE}|(?:caused by|the result of|because of) {_CAUSE})\b"
    ),
    _cue(rf"\b(?:caused by|due to|owing to|because of|resulted from|result of) {_FAULT}"),
    _cue(
        r"\b(?:an? )?(?:\w+ )?(?:(?:gas|oxygen|propane|fuel) (?:cylinder|canister|bottle|tank|leak|"
        r"heater|stove)|boiler|transformer|generator|valve) (?:had |has )?(?:burst|exploded|"
        r"blown up|"
        r"blew up|caught fire|overheated|failed|caused)\b"
    ),
    _cue(
        r"\b(?:collided with|flew into|ran into|clipped) (?:an? )?(?:power|electric\w*) (?:line|"
        r"cable)"
    ),
)
"""Said so only in what somebody is told to say."""

DENIES_BY_CAUSE = (
    _cue(
        rf"\b(?:blam(?:ed|es|ing)(?: (?:\w+ ){{0,4}}?on)?|put (?:\w+ )?down to|"
        rf"attributed (?:\w+ )?to|spoke of|call(?:ed|s|ing) (?:it|this|that|the \w+)) {_CAUSE}"
    ),
)

MAY_DENY = _cue(
    r"\b(?:den(?:y|ie)|reject|dismiss|disput|refut|rebut|debunk|contradict|lies?\b|hoax|fabricat|"
    r"invent|ficti|fake|made[- ]up|rubbish|nonsense|fantasy|fairy|concocted|imaginary|false|untrue|"
    r"not true|incorrect|wrong|baseless|unfounded|groundless|malicious|without|no truth|such a|"
    r"nothing of|staged|blam|(?:put (?:\w+ )?)?down to|attributed|spoke of|call)"
)
MAY_DENY_IN_SPEECH = _cue(
    r"\b(?:no|not|never|nothing|nobody|none|accident|accidental|due|owing|caused|because|result|"
    r"resulted|burst|exploded|blown|blew|caught|overheated|failed|collided|flew|ran|clipped)\b|"
    r"n['’]t\b"
)
MAY_DOUBT = _cue(
    r"confirm|verif|corroborat|substantiat|doubt|believe|\b(?:no|not|nothing|n['’]t|known?|knew|"
    r"refus\w+)\b|n['’]t\b"
)
MAY_CONFIRM = _cue(r"confirm|admi|acknowledg|conced|\bdid\b|\bdoubt|\bindeed\b")
"""What a sentence must have for any of the patterns to be looked for, which takes long."""

LEFT_OPEN = _cue(
    r"\b(?:often|always|usually|routinely|regularly|invariably) $|"
    r"\b(?:rul(?:e|es|ed|ing) out|whether|if|may have|might have|could have|possib\w+|unclear|"
    r"investigat\w+)\b[^,;.]{0,50}$"
)
"""What stands before what nobody says for sure ("may have been an accident"), or says of every
incident ("the army often denies such raids")."""

# ------------------------------------------------------------------ doubts

_ABLE = (
    rf"(?:could not|couldn['’]t|cannot|can not|not able to|(?:was|were|been|is|are) unable to|"
    rf"impossible to|not in a position to) (?:{_LY}be )?{_LY}"
)
_VERIFY = r"(?:confirm|verify|corroborate)"
_VERIFIED = r"(?:confirmed|verified|corroborated|substantiated)"
_OF_IT = (
    rf"(?:(?:it|this|that|them|the others)\b(?! \w+ing\b)|(?:this|that|\w+ weapons?) claims?\b|"
    rf"(?:{_THE} )?(?:\w+ ){{0,3}}?{_TOLD}\b(?! from\b)|"
    rf"(?:{_THE} )?(?:veracity|authenticity|truth) of [^.;,]{{3,40}}|"
    rf"(?:{_THE} |an? |any )?(?:{_PLAIN} ){{0,3}}?(?:{_SUCH}|{_USE}){_NO_HEAD}|"
    rf"(?:that|whether) {_HAPPENING})"
)

DOUBTS = (
    _cue(
        rf"(?:\b{_CHARGE}(?: {_OF_EVENT}(?: [^.;]{{3,60}}?)?| that {_HAPPENING})|\b{_TOLD}|"
        rf"\b{_EVENT}|"
        rf"\b{_USE})"
        rf" {_ABLE}{_VERIFIED}"
    ),
    _cue(rf"\b{_ABLE}{_VERIFY} {_OF_IT}"),
    _cue(
        r"\bno (?:immediate |independent |official |further )*(?:confirmation|"
        rf"corroboration) (?:of {_OF_IT}|that {_HAPPENING})|\bnothing to corroborate {_OF_IT}"
    ),
    _cue(r"\bno (?:immediate |independent |official )*(?:confirmation|word) (?:from|by) the\b"),
    # "knew of no such blast", "had no knowledge of any raid", "had not heard of it"
    _cue(rf"\breceived no (?:reports?|word|information|complaints?) (?:of|about) {_OF_IT}"),
    _cue(rf"\b(?:kn[eo]ws?|heard|aware) of no (?:{_PLAIN} ){{0,3}}?{_SUCH}"),
    _cue(
        rf"\b(?:kn[eo]ws?|heard) nothing (?:of|about) (?:it|this|that|(?:{_WORD} ){{0,3}}?{_SUCH})"
    ),
    _cue(
        rf"\b(?:ha[ds]|have|having) no (?:knowledge|information|record|word|reports?|news)[\"”]? "
        rf"(?:of|about|on) {_OF_IT}"
    ),
    _cue(rf"\bno (?:knowledge|record)[\"”]? of {_OF_IT}"),
    _cue(
        rf"\b(?:not|n['’]t) (?:aware|heard|received (?:any )?(?:reports?|word|information)) of "
        rf"{_OF_IT}"
    ),
    _cue(r"\bhad not been (?:informed|notified|told)\b(?: (?:of|about) (?:it|this|any|the)\b)?"),
    _cue(rf"\brefus(?:es|ed|ing) to (?:confirm|verify) {_OF_IT}"),
    _cue(
        rf"\bno (?:{_PLAIN} )?(?:signs?|evidence|indications?|traces?|proof) (?:of|that) (?:there "
        rf"(?:was|were|had been) )?(?:(?:an?|any|the) )?(?:{_PLAIN} )?(?:{_EVENT}{_NO_HEAD}|"
        r"(?:hostile|enemy) fire|shots?\b|gunfire|fighting|(?:a )?battle)"
    ),
    _cue(rf"(?<!\bno\s)(?<!\bany\s)\bdoubt(?:s|ed|ing)? (?:that|whether|if) {_HAPPENING}"),
    _cue(rf"\bno (?:\w+ )?(?:signs?|evidence|indications?|proof) that {_HAPPENING}"),
    _cue(
        r"\bconfirmation (?:was|is) not (?:\w+ly )?available|\bno (?:\w+ )?confirmation (?:was|is) "
        r"(?:\w+ly )?available"
    ),
    _cue(
        rf"\bno such {_SUCH} (?:(?:had|has|have) been|was|were) (?:reported|recorded|registered)\b"
    ),
    _cue(r"\b(?:did|does|do) not believe (?:it|the (?:reports?|story|claims?))(?! \w)"),
)

# ------------------------------------------------------------------ confirmations

_CONFIRM = (
    r"(?<!\bnot\s)(?<!\bto\s)(?<!\bnor\s)(?<!n['’]t\s)(?<!\bif\s)(?<!\bnever\s)(?<!\bneither\s)"
    r"\bconfirm(?:ed|s|ing)"
)
_ADMIT = r"\b(?:admit(?:ted|s|ting)|acknowledg(?:ed|es|ing)|conced(?:ed|es|ing))"
_DAMAGE = (
    r"(?:action|destruction|downing|crash|killings?|shootings?|kidnappings?|abductions?|fall of|"
    r"loss of (?!(?:\w+ ){0,2}(?:men|soldiers|troops|fighters|lives|life)\b))"
)

CONFIRMS = (
    _cue(
        rf"{_CONFIRM} (?:only )?(?:that )?(?:(?:the|an?|one|two|this|both|these) )*(?:{_PLAIN} "
        rf"){{0,3}}?"
        rf"(?:{_EVENT}|{_DAMAGE}){_NO_HEAD}(?! (?:was|were|is|had been) (?:carried|launched|"
        r"conducted|the work)\b)"
    ),
    _cue(
        rf"(?:{_CONFIRM}|{_ADMIT}) (?:only )?(?:that )?(?:{_HAPPENING}|(?:{_WORD} ){{1,8}}?{_BE} "
        rf"intercepted)"
    ),
    _cue(
        rf"\b(?:{_EVENT}|(?:fall|loss|capture) of [^.;]{{3,60}}) (?:was|were|has been|had been) "
        rf"(?:later |also |{_LY})?(?:confirmed|admitted|acknowledged) by\b"
    ),
    _cue(
        rf"{_ADMIT} the (?:fall|loss|capture) of (?:the )?(?!(?:\w+ )?(?:men|soldiers|troops|"
        rf"fighters|lives|life)\b)\w+"
    ),
    _cue(
        rf"{_CONFIRM} (?:that )?(?:it|this|the \w+) (?:was|had been) (?:caused by )?(?:an? )?"
        rf"(?:(?!behind\b){_PLAIN} ){{0,2}}?(?:{_EVENT}|bomb|sabotage|arson)\b"
    ),
    _cue(rf"\b{_EVENT} did (?:indeed )?(?:happen|take place|occur)\b"),
    _cue(rf"\bno doubt (?:that )?{_HAPPENING}"),
    _cue(rf"\b{_BE} indeed (?:been )?{_HIT}\b"),
)
