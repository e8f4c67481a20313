"""The words that mark a clause as planned, hypothetical, prevented, past history or habit.

A blank in a pattern stands for any run of blanks, since wire copy breaks its lines anywhere.
No pattern nests one open repetition in another, so that a search takes linear time.
"""

from __future__ import annotations

from tallystick.vocab.caseless import Caseless, caseless

__all__ = [
    "ASKED",
    "BACKGROUND_AFTER",
    "BACKGROUND_BEFORE",
    "BODY",
    "BREAK",
    "CONDITION",
    "DEFINITE",
    "DENIED",
    "FALSE",
    "FOILED_AFTER",
    "GENERIC",
    "GOES_ON",
    "HAS_BEEN",
    "HIT",
    "INFINITIVE",
    "IN_A_ROW",
    "MAY_FOLLOW",
    "NOUN_OF_DANGER",
    "NOUN_OF_PLAN",
    "PREVENTED",
    "REPORTED",
    "SEPARATE",
    "SHOWN",
    "SUPPOSED",
    "THAT_WILL",
    "TOLD",
    "TOLL",
    "WAR",
    "WILL",
    "WILL_FOLLOW",
    "WOULD",
    "WOUNDING",
]


def _cue(pattern: str) -> Caseless:
    return caseless(pattern.replace(" ", r"\s+"))


_WORD = r"[\w’'-]+"
_MAY = r"(?<!\d\s)(?<!\bin\s)(?<!\d[snrt][tdh]\s)(?<!early\s)(?<!\blate\s)(?<!\blast\s)may"
"""No month: "shells fired on 7 May killed two"."""
_ATTACKS = (
    r"(?:attack|strike|assault|raid|bombing|shelling|bombardment|clash|clashe|shooting|killing|"
    r"kidnapping|abduction|explosion|blast|airstrike|ambushe|murder|massacre|assassination|"
    r"incursion|skirmishe|firefight|violence|hostilitie)s?"
)

# An infinitive or modal governs the trigger itself, or an attack that it carries.
_DO = (
    r"(?:launch|carry out|conduct|stage|mount|commit|make|continue|resume|step up|increase|expand|"
    r"intensify|escalate|start|begin|unleash|keep|stop|open|wage|perpetrate|execute|orchestrate|"
    r"undertake|target|strike|hit|attack|bomb|kill|shell|destroy|seize|capture|storm|fire|use|see|"
    r"face|order|assassinate|kidnap|abduct|blow|shoot|murder|respond|retaliate|go|come|press|trigger|"
    r"provoke|spark|cause|suffer|attempt|try|seek|lead to|result in|plant|place|set|"
    r"burn|be followed by)"
)
_GOVERNED = (
    rf"(?:not |also |soon |then |now |never |again |first |even |\w+ly )?"
    rf"(?:have been |be |have |get )?(?:(?:\w+ly )?|{_DO}\b[^;.]{{0,60}})$"
)

INFINITIVE = _cue(
    r"\b(?:vow(?:s|ed|ing)?|threat(?:s|en|ens|ened|ening)?|plan(?:s|ned|ning)?|pledg(?:e|es|ed|ing)|"
    r"promis(?:e|es|ed|ing)|intend(?:s|ed|ing)?|intent(?:ion)?s?|prepar(?:e|es|ed|ing)|"
    r"want(?:s|ed|ing)?|aim(?:s|ed|ing)?|wish(?:es|ed)?|decid(?:e|es|ed)|decisions?|"
    r"agree(?:s|d)?|poised|ready|set|due(?= to \w)|about|going|expect(?:s|ed)?|"
    r"determin(?:ed|ation)|scheduled|resol(?:ved|ve)|swor[en]|swear|conspir(?:ed|ing|acy)|plott?(?:s|ed|ing)?|"
    r"authori[sz](?:ed|es|ing|ation)|permission|readiness|willing(?:ness)?|bent on|likely|"
    rf"(?:order(?:s|ed|ing)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:on|upon)|instruct(?:s|ed)?|"
    rf"told|ask(?:s|ed)?|encourag(?:ed|es|ing)|incit(?:ed|es|ing)|command(?:s|ed)) "
    rf"(?:{_WORD} ){{0,4}}?{_WORD})"
    rf" (?:not )?to {_GOVERNED}"
)
WILL = _cue(rf"(?:\b(?:will|shall|won’t|won't)|['’]ll) {_GOVERNED}")
WOULD = _cue(rf"\b(?:would|should|could|{_MAY}|might|can|must|couldn't|cannot) {_GOVERNED}")
REPORTED = _cue(
    r"\b(?:vow\w*|threat\w*|warn\w*|pledg\w*|promis\w*|announc\w*|declar\w*|plan(?:s|ned)?|swore)\b"
)
NOUN_OF_PLAN = _cue(
    rf"\b(?:threats?|plans?|preparations?|vows?|pledges?|plots?|conspiracy|intentions?|calls?|"
    rf"called|calling|orders?|ultimatum|warn(?:s|ed|ing|ings)?|vowed|threaten(?:s|ed|ing)|"
    rf"prepar(?:es|ed|ing|e)|plann(?:ed|ing)|braced|bracing|appeals?|appealed|authori[sz]ed)"
    rf"(?: (?:of|for|to|against|about|with|on))?(?: {_WORD}){{0,4}} $|"
    r"\b(?:in preparation for|legitimate targets?|announced (?:the )?(?:start|beginning) of|"
    r"planned|threatened|imminent|upcoming|impending|looming|future|expected)"
    rf"(?: {_WORD}){{0,3}} $"
)
CONDITION = _cue(
    r"\b(?:if|unless|in case(?: of)?|in the event of|should (?:there|it|they|he|she)|whether|"
    r"lest|until|suppos(?:e|ing))\b[^,;.]{0,60}$"
)
ASKED = _cue(
    r"\b(?:is|was) it (?:really )?(?:true|correct|a fact|the case|right) that\b"
    r"[^?]{3,300}\?[\"”’]?$"
)
TOLD = _cue(
    r"\b(?:reports?|rumou?rs?|stor(?:y|ies)|allegations?|posts?|news|suggestions?)"
    r"(?: (?:in|on|by|from|of) [^.;,]{3,50}?)? that [^.;]{0,80}$"
)
FALSE = _cue(
    r"[^.;,]{0,120}? (?:is|are|was|were|(?:proved|turned out)(?: to be)?) "
    r"(?:\w+ly |all )?(?:false|untrue|not true|baseless|"
    r"unfounded|groundless|fabricated|invented|lies|a lie|incorrect|wrong)\b"
)
NOUN_OF_DANGER = _cue(
    r"\b(?:likelihood|possib(?:le|ility|ilities)|potential(?:ly)?|risks?|dangers?|prospects?|"
    r"fears?|feared|fearing|concerns?|worries|worried|suspicions?|rumou?rs?|precautions?|protection|"
    r"chances?|vulnerable|prone|wary|alert|on guard|immune|drills?|exercises?|simulat(?:ed|ing|es)|"
    r"mock|hypothetical|hoax|"
    r"to (?:deter|avoid|prevent|stop|stave off|counter|combat|defend (?:\w+ )?against|"
    r"protect (?:[\w’'-]+ ){0,4}?(?:against|from)|guard against|ward off|thwart|foil|repel)|"
    r"against|protect(?:ion|ing)? from)"
    rf"(?: {_WORD}){{0,6}} $|"
    r"\b(?:any|every|each)(?! (?:of|was|were|had|has|have|is|are)\b)"
    r"(?: (?:further|future|such|new|other|more|possible|foreign|act of|"
    rf"acts of|{_WORD}))?(?: {_WORD})? $"
)
SHOWN = _cue(
    r"\b(?:said|claimed|claims?|claiming|purport(?:s|ed|edly|ing)?|alleged(?:ly)?|supposed(?:ly)?|"
    rf"falsely|wrongly) to (?:show|depict|film|picture)(?: {_WORD}){{0,6}} $"
)
SUPPOSED = _cue(
    r"(?<!was\s)(?<!were\s)\b(?:capable of|unable to|not able to|how to|(?:ability|capability|"
    rf"capacity|means|right|power|authority|chance|opportunity|freedom|need|way|order) to) "
    rf"(?:not )?{_GOVERNED}|"
    r"\b(?:established|created|formed|founded|trained|recruited|designed|meant|set up|equipped)\b"
    rf"[^.;,]{{0,60}}? to {_GOVERNED}"
)
DENIED = _cue(
    r"\b(?:no (?:\w+ )?(?:evidence|sign|signs|indication|indications|report|reports|record|records|"
    r"confirmation|proof|trace|word|news)(?: (?:yet|so far|at all))? (?:of|that|to suggest that|"
    rf"suggesting)(?: {_WORD}){{0,5}}"
    r"|den(?:y|ies|ied|ying) (?:that )?(?!(?:any|the|all) (?:\w+ ){0,2}?(?:responsibility|"
    r"involvement|role|part|link|connection|hand|complicity|blame|knowledge)\b)(?:there|any|an?|reports?|claims?|rumou?rs?|allegations?|"
    rf"media reports?|the (?:reports?|claims?|rumou?rs?))"
    rf"(?: {_WORD}){{0,6}}"
    r"|(?:there|it) (?:was|were|has been|had been|is|wasn['’]t|weren['’]t|had not been)"
    r" (?:not|never|no)(?! (?:\w+ly )?(?:behind|responsible|involved|connected|linked|part|to|yet|"
    r"clear|known|certain|sure)\b)(?: (?:an?|any|single|\w+)){0,3}"
    rf"|(?:false|fake|fabricated|untrue|baseless|unfounded|erroneous) (?:{_WORD} ){{0,4}}?"
    r"(?:of|about|that)(?: (?:an?|any|the|\w+)){0,3}) $"
)

# What ends the reach of a cue: the speech turns to what has been done already.
BREAK = _cue(
    r"[;]|\. |\b(?:after|following|since|responsib\w+|behind|accountable|involve[d]?|"
    r"involvement in|revenge|avenge|before|retaliat\w+ for|"
    r"in (?:response|retaliation|answer|reaction) (?:to|for)|"
    r"investigat\w+|inquir\w+|probe|information|justice|condemn\w*|witness\w*|victims? of|"
    r"wounded in|killed in|injured in|who (?:had|have|has|carried|killed)|which|when|because|"
    r"killing|wounding|injuring|claimed|account of|details of|recalled?|restraint|calm|"
    r"punish\w*|prosecut\w*|trial|arrest\w*|ceasefire|truce|halt|end to|end of|cessation)\b"
)
DEFINITE = _cue(
    r"(?:\b(?:the|this|that|these|those|last|both|his|her)|\w(?:['’]s|s['’]))"
    r"(?: (?!any\b|an?\b|possible\b|potential\b|future\b|planned\b|threat\w*|next\b|risk\b|"
    r"imminent\b|"
    r"(?:to|would|will|could|might|may|they|it|he|she|we|has|have|had|was|were|is|are|been|be|who|"
    r"which|should|shall|can|must|and|not)\b)"
    rf"{_WORD}){{0,2}} $"
)
GOES_ON = _cue(r"\b(?:continu|resum|step|expand|intensif|escalat|renew|increas)\w*\b")

PREVENTED = _cue(
    r"(?<!to\s)(?<!will\s)(?<!would\s)(?<!could\s)(?<!may\s)(?<!help\s)\b(?:foil(?:ed|s|ing)?|"
    r"thwart(?:ed|s|ing)?|prevent(?:ed|s|ing)|avert(?:ed|s|ing)|disrupt(?:ed|s|ing)|"
    r"pre-?empt(?:ed|s|ing)|head(?:ed|ing) off|block(?:ed|ing)|frustrat(?:ed|ing)|uncovered|"
    r"defus(?:ed|es|ing)|stopp(?:ed|ing)|(?:managed to|able to|helped|helped to|sought to) (?:foil|"
    r"thwart|prevent|avert|stop|disrupt|defuse))"
    rf"(?! (?:{_WORD} ){{0,3}}?(?:bus|car|vehicle|train|man|men|woman|convoy|ambulances?)\b)"
    r"(?:,? (?!after\b|following\b|during\b|when\b|because\b|since\b|who\b|which\b)"
    r"[\w’'-]+){0,9} $|"
    r"\b(?:fail(?:ed|ing)|abortive|attempted|unsuccessful|botched|foiled|thwarted|averted|aborted)"
    rf"(?: {_WORD}){{0,3}} $|"
    r"(?<!might\s)(?<!could\s)(?<!would\s)(?<!may\s)(?<!will\s)"
    r"\b(?:attempt(?:s|ed|ing)?|tried|tries|trying|bid|bids|plot|plots|conspiracy)"
    rf" (?:to|at|on)(?: {_WORD}){{0,3}} $|"
    r"\bbefore (?:it|they|he|she|the \w+|being|detonating|going)(?: (?:could|was|were|can|able|to|"
    r"be|had))* $"
)
FOILED_AFTER = _cue(
    r"[^,;.]{0,45}\b(?:was|were|been|being|is|are)(?: \w+ly)? (?:foiled|thwarted|prevented|averted|"
    r"aborted|disrupted|called off|pre-?empted|headed off|stopped before)\b|[^,;.]{0,60}\bfoiled\b|"
    r" (?:attempts?|plots?|bids?) (?:\w+ ){0,3}?(?:foiled|thwarted|failed|averted|prevented)\b"
)
MAY_FOLLOW = _cue(
    rf"(?: (?:on|against|in|by|of|from|at) (?:{_WORD} ){{0,5}}{_WORD})? "
    rf"(?:could|might|{_MAY}|would) "
    r"(?:soon |also |still |well )?(?!have\b|not\b|be (?:\w+ly )?(?:heard|seen|felt|confirmed|"
    r"verified|linked|related|ruled))[a-z]+"
)
THAT_WILL = _cue(r" (?:that|which) (?:will|shall) ")
WILL_FOLLOW = _cue(
    rf"(?: (?:on|against|in|by|of|from|at) (?:{_WORD} ){{0,5}}{_WORD})? (?:will|shall|"
    r"(?:is|are) (?:planned|imminent)|(?:is|are) (?:to|going to)|"
    r"(?:is|are|was|were|has been|had been) (?:\w+ly )?(?:threatened|announced|being planned)) ?"
    r"(?!not be forgotten|be remembered|be investigated|remain|not go)"
)

_LAW = (
    r"(?:convict(?:ed|ion|ions)|sentenc(?:ed|es|ing|e)|jailed|imprisoned|acquitt(?:ed|al)|"
    r"found guilty|guilty plea|ple(?:aded|d|ads) (?:not )?guilty|on trial|stands? trial|trial|"
    r"tribunal|extradit(?:ed|ion)|life terms?|prison terms?|parole|pardon(?:ed)?|amnesty|"
    r"wanted|indict(?:ed|ment|ments))"
)
BACKGROUND_BEFORE = _cue(
    r"\b(?:those|groups?|militi\w+|gunmen|men|fighters|forces|anyone|perpetrators)"
    r"(?: (?:who|that) (?:is|are|were|was))? responsible for $|"
    r"\b(?:anniversary|commemorat\w+|memorial|remembrance|tribute|memory|mourn(?:ed|s|ing)? "
    r"the victims|monument|documentary|biography|film about|novel about|book about|history of)\b"
    rf"[^;.]{{0,60}}$|"
    rf"\b{_LAW}(?: (?:{_WORD} ){{0,7}}?(?:of|for|over|in|to|on))?(?: {_WORD}){{0,7}} $|"
    rf"\bcharged (?:with|over|in)(?: {_WORD}){{0,7}} $|"
    r"\b(?:a|the|’s|'s|of)(?: deadly| infamous| notorious| \w+)? (?:18|19|20)\d\d"
    rf"(?: {_WORD}){{0,4}} $|"
    r"\bin the (?:19|20)?\d0['’]?s\b[^;.]{0,60}$|"
    r"\b(?:decades?|years?|centuries) (?:ago|earlier|before)\b[^;.]{0,50}$|"
    rf"\b(?:began|started|triggered|sparked|ignited|unleashed|erupted) (?:with|by|after|when|"
    rf"following)(?: {_WORD}){{0,6}} $"
)
BACKGROUND_AFTER = _cue(
    r"[^;.]{0,70}?(?:\b(?:years?|decades?|centuries) (?:ago|earlier)\b|"
    r"\bin the (?:19|20)?\d0['’]?s\b|\b(?:last|previous) (?:century|decade)\b|"
    r"\bduring (?:the|a) (?:[\w-]+ ){0,2}(?:civil war|world war|dictatorship|military rule|"
    r"intifada|genocide|revolution)\b|\bin the (?:[\w-]+ ){0,2}(?:civil war|world war|genocide)\b)"
)
WAR = _cue(
    r"\b(?:war|conflict|insurgency|uprising|rebellion|crackdown|revolt|unrest|fighting|campaign|"
    r"violence|offensive|hostilities)(?:,? (?:that|which|and it|now in its \w+ year),?)?"
    r"(?: (?:began|started|erupted|broke out) [^;.,]{0,40}?)? "
    r"(?:has|have|had)(?: \w+ly| so far| already)? "
    r"(?:killed|claimed|left|cost|displaced|taken)\b|"
    r"\b(?:killed|dead|died|dying|slain|wounded|injured|lives|casualties|victims|massacred|murdered|"
    r"disappeared)\b[^;.]{0,60}?\b(?:in|during|throughout|by|of|from|to) "
    r"(?:the|a|its|his|her|their|this|that|[\w-]+(?:['’]s)?)(?: [\w-]+){0,4}? "
    r"(?:civil war|war|insurgency|uprising|genocide|dictatorship|conflict)\b(?! (?:zone|crime|"
    r"monitor|plane))|"
    r"\b(?:killed|dead|died|lives|deaths|casualties)\b[^;.]{0,60}?\bsince (?:the|its|a|his|their)?"
    r"(?: ?[\w-]+){0,3} (?:war|conflict|insurgency|uprising|revolt|crisis|rebellion|unrest|"
    r"intifada)\b"
)

GENERIC = _cue(
    r"\b(?:(?:(?:almost|near|nearly|nearly-|near-)[-\s]?)?(?:daily|weekly|nightly|regular|repeated|"
    r"frequent|sporadic|constant|continual|persistent|relentless|incessant|intermittent|continued|"
    r"ongoing|numerous|countless|successive|(?<!\ba\s)similar|such|various|periodic|recurrent|"
    rf"indiscriminate|systematic)(?: {_WORD}){{0,3}} {_ATTACKS}|"
    rf"(?:recent|previous|past|earlier|several|many|certain)(?: {_WORD}){{0,3}}? "
    r"(?:attacks|strikes|assaults|raids|bombings|clashes|shootings|killings|kidnappings|"
    r"abductions|explosions|blasts|airstrikes|ambushes|murders|massacres|assassinations)"
    r" (?:in|over|during) (?:recent|the past|the last|the)|"
    r"recent (?:attacks|strikes|assaults|raids|bombings|clashes|shootings|killings|kidnappings|"
    r"airstrikes|violence|unrest)|"
    rf"(?:series|wave|string|spate|surge|rise|increase|escalation|lull|spike|uptick|upsurge|"
    rf"campaign|cycle|rash|barrage|pattern|intensification|resurgence|drop|decline|reduction|"
    rf"frequency|growing number|increasing number|months|weeks|years|days|hours|decades) (?:of|"
    rf"in)(?: {_WORD}){{0,4}}? {_ATTACKS}|"
    rf"(?:series|wave|string|spate|campaign) of(?: {_WORD}){{0,2}}? bombs|"
    rf"(?:scores|dozens|hundreds|thousands) of(?: {_WORD}){{0,3}}? {_ATTACKS}|"
    r"(?:have|has|had) been (?:occurring|repeatedly|regularly|increasingly|frequently|routinely|"
    r"often|constantly)|often|frequently|routinely|regularly|habitually|usually|sometimes|"
    r"occasionally|increasingly|repeatedly|constantly|almost every|"
    r"(?:every|each) (?:day|week|night|month|year)|on (?:a|an) (?:almost |nearly )?(?:daily|weekly|"
    r"regular|nightly) basis|"
    r"(?:has|have|had) been (?:targeted|hit|attacked|bombed|shelled|struck) (?:several|many)|"
    r"who (?:has|have|had) (?:killed|murdered|massacred|kidnapped|assassinated|bombed) (?:so )?"
    r"(?:many|countless|numerous|dozens|scores|hundreds|thousands)|"
    r"(?:several|many|multiple|numerous|dozens of|countless|a number of|a few) times|"
    r"on (?:several|many|multiple|numerous) occasions|"
    r"in recent (?:days|weeks|months|years)|over the (?:years|past (?:years?|decades?))|"
    r"spiked|surged|for (?:years|decades|months)|since then|"
    r"during the (?:civil )?war|throughout the|continues? to (?:be )?(?:shell|attack|bomb|pound|"
    r"bombard|hit|strike|kill|target))\b"
)
WOUNDING = _cue(r"(?:\w+ly )?(?:shot|shooting|stabb(?:ed|ing)|knifed|slashed|beaten)\b")
HIT = _cue(r"(?:hit|struck)$")
BODY = _cue(
    r"\b(?:bullets?|gunfire|gunshots?|shots?|gunm[ae]n|opened fire|he|she|him|"
    r"(?:man|woman|boy|girl|victim|officer|teenager|student|driver)(?! [\w-]*['’]s)|"
    r"(?:in|on|to|across) (?:the|his|her) (?:head|face|neck|throat|chest|back|arms?|legs?|shoulder|"
    r"stomach|abdomen|torso|body|upper body))\b"
)
HAS_BEEN = _cue(r"\b(?:has|have|having) (?:\w+ly |also |since )*been (?:\w+ly )*$")
IN_A_ROW = _cue(r"(?:(?:several|many|multiple|numerous|a number of|a few) times|repeatedly)$")
TOLL = _cue(
    rf"\b(?:thousands|\d{{1,3}},\d{{3}}|(?!(?:19|20)\d\d\b)\d{{4,6}})(?: of)?(?: {_WORD}){{0,4}}? "
    r"(?:killed|dead|died|deaths|lives|casualties|victims|slain)\b|"
    r"\b(?:kill(?:ed|ing)?|deaths of|lives of|death of)(?: \w+){0,3}? "
    r"(?:(?:tens|hundreds) of )?(?:thousands|\d{1,3},\d{3}|(?!(?:19|20)\d\d\b)\d{4,6})\b"
)
_MANY = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}|several|various|multiple|"
    r"a (?:series|string|wave|spate|number) of)"
)
SEPARATE = _cue(
    rf"\b(?:in|by|during|from) (?:at least |a total of )?(?:{_MANY} (?:{_WORD} ){{0,2}}?"
    rf"(?:attacks|bombings|shootings|incidents|assaults|ambushes|bomb attacks)|"
    rf"(?:{_MANY} )?(?:separate|different|unrelated) (?:{_WORD} ){{0,2}}?{_ATTACKS})\b"
)
