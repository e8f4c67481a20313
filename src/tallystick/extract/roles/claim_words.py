"""The words of claiming, denying, blaming and suspecting, wherever the act itself is told."""

from __future__ import annotations

import re

from tallystick.extract.quotation.own_acts import DID, MEN, OWN
from tallystick.model.document import Span
from tallystick.vocab.caseless import caseless
from tallystick.vocab.pattern import Pattern

EVENTS = (
    r"(?:attacks?|bombings?|assaults?|strikes?|airstrikes?|raids?|ambush(?:es)?|killings?|shootings?|"
    r"explosions?|blasts?|operations?|assassinations?|kidnappings?|abductions?|shelling|murders?|"
    r"massacres?|downing|hijacking|incursions?|barrages?|salvos?|beheadings?|executions?|offensives?|"
    r"shooting[- ]down|burnings?|rocket fire|mortar fire|arson)"
)
_TAKEN = (  # "it", "both", "the first two": what was told before
    r"(?:it|them|this|that|these|those|both|each|all(?:\s+(?:of\s+them|of\s+it|three|four|five|six))?|"
    r"(?:the\s+)?(?:first|second|third|last|latest|other|former|latter)(?:\s+(?:two|three|one))?)"
)
_ENDED = (
    r"(?=\s*(?:[.,;:]|$)|"
    r"\s+(?:on|in|through|via|from|at|too|as\s+well|later|last|yesterday|today|but|bar|except|"
    r"save|apart)\b|\s+and\s+(?:\w+\s+)?\w+ed\b|\s+as\s+(?:(?:revenge|retaliation|reprisals?|"
    r"retribution|punishment|part|one)\b|(?:its|their)\s+(?:own|work|doing)\b|"
    r"an?\s+(?:answer|response|reply|act|warning|blow)\b))"
)
_WHEN = (  # between a verb and its object
    r"(?:,\s+(?:on|in|via|through|by|late|early|last|yesterday|today)\b[^.;,]{1,40},|"
    r"\s+(?:(?:late|early)\s+)?(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
    r"\s+(?:yesterday|today|last\s+(?:night|week)))"
)
_ARMS = (
    r"(?:bombs?|devices?|mines?|bombers?|rockets?|missiles?|drones?|fires?|sinking|capture|seizure)"
)
_COUNT = r"(?:one|two|three|four|five|six|seven|several|both|all)"
_DOING = (  # after "admitted"
    r"(?:(?:carrying|planting|bombing|attacking|killing|launching|firing|shelling|shooting|"
    r"kidnapping|staging|conducting|seizing|abducting|murdering|ambushing|stabbing|burning|"
    r"destroying|blowing up|"
    r"executing|beheading|sinking|mining|"
    r"placing\s+(?:an?|the|two)\s+(?:\w+\s+)?(?:bombs?|devices?|mines?|charges?)|"
    r"setting\s+(?:off|fire|ablaze)|dynamiting|hitting|striking|targeting|raiding|"
    r"storming|detonating|dropping|laying|torching)\b(?!\s+at\b))"
)
_DONE = (
    r"(?:(?<=having\s)(?:hit|struck|targeted|raided|stormed|dropped|laid|detonated|downed|sunk|set|mined)|"
    r"carried|planted|bombed|attacked|killed|seized|abducted|murdered|ambushed|stabbed|launched|fired|"
    r"shelled|shot|kidnapped|staged|burn(?:ed|t)|destroyed|blown up|executed|placed)"
)
CLAIM = caseless(
    r"\b(?=\w)(?:"  # not where a word ends
    r"\b(?:claim(?:ed|s|ing)?|took|take|takes|taking|taken|accept(?:ed|s|ing)?|assum(?:ed|es|ing)|"
    r"acknowledg(?:ed|es|ing)|admitt?(?:ed|s|ing)?|own(?:ed|s|ing)?(?:\s+up\s+to)?)\s+"
    r"(?:(?:full|sole|joint|also|the|political)\s+)*"
    r"(?:responsibility|credit|authorship|paternity)\b|\baccept(?:ed|s|ing)?\s+(?:the\s+)?blame\b|"
    r"\b(?:reiterat|repeat|renew|reaffirm|maintain)(?:ed|s|es|ing)\s+(?:its|their)\s+claims?\s+of\s+responsibility\b|"
    r"\b(?:a\s+)?claims? of responsibility\b|"
    r"\b(?:admitt?(?:ed|s|ing)?|acknowledg(?:ed|es|ing))\s+(?:to\s+)?being\s+(?:behind|responsible)\b|"
    rf"\bclaim(?:ed|s|ing)?{_WHEN}\s+(?:the|an?)\s+(?:[\w-]+\s+)?{EVENTS}\b|"
    rf"\bclaim(?:ed|s|ing)?\s+(?:also\s+)?{_TAKEN}{_ENDED}|"
    rf"\bclaim(?:ed|s|ing)?\s+(?:that|this|both|all|every|each)\s+(?:[\w-]+\s+)?"
    rf"(?:{EVENTS}|actions?|blows?|hits?|deeds?){_ENDED}|"
    r"\bclaim(?:ed|s|ing)?\s+(?:the|an?|both|two|three)\s+(?:car|truck|parcel|letter|roadside|nail|"
    r"petrol)\s+bombs?\b(?!\s+(?:was|were|is|are|had|has|have)\b)|"
    r"\bclaim(?:ed|s|ing)?\s+(?:the|both|that|this)\s+(?:mines?|bombs?|rockets?|devices?|grenades?|"
    r"fires?|ambush)\b(?!\s+(?:was|were|is|are|had|has|have|killed|hit|fell|landed|came)\b)|"
    r"\bclaimed(?=\s*(?:[.;]|$)|\s+(?:through|via)\s|\s+in\s+(?:an?|its)\s+(?:[\w-]+\s+){0,2}?(?:video|"
    r"statement|message|communiqu[eé]|post|e-?mail|letter|recording|broadcast|leaflet)\b"
    r"(?!(?:\s+\w+){0,4}?\s+that\b))|"
    r"\b(?:has|have|had)\s+(?:(?:also|since|later|both)\s+)?claimed(?=\s*,)|"
    rf"\bclaim(?:ed|s|ing)?\s+[\"“](?:the\s+|an?\s+)?(?:[\w-]+\s+){{0,2}}{EVENTS}\b"
    r"(?!\s+(?:was|were|is|are|ha[sd]|have|killed|hit)\b)|"
    r"(?<=[.!?:]\s)claimed(?=\s+by\b)|"
    r"(?<=\n)claimed(?=\s+by\b)|"
    r"\b(?:put|puts|putting) (?:its|their|his) (?:names?|signatures?) to\b|"
    r"\b(?:laid|lays|lay|laying) claim (?:(?:as well|also|too) )?to\b|"
    rf"\bown(?:ed|s|ing)\s+(?:up\b|(?:the|this|that)\s+(?:[\w-]+\s+){{0,2}}?{EVENTS}\b)|"
    r"\b(?:responsibility|credit) (?:for\s[^.;,]{3,80}?\s)?(?:was|were|has been|had been) "
    r"(?:\w+ )?(?:claimed|(?:assumed|taken|accepted)"
    r"(?=(?: on \w+day| \w+day| later| yesterday| today)? by\b))\b|"
    r"\b(?:was|were|been) (?:later |also )?claimed\b|"
    r"\b(?:attack|bombing|assault|strike|blast|killing|raid|explosion)s?,? (?:later )?"
    r"claimed(?= by)|"
    rf"\b{_ARMS},? (?:later )?claimed(?= by)|"
    rf"\b{EVENTS}\b(?:(?!\b(?:was|were|is|are|said|land|territory|area|region|waters)\b)[^.;]){{0,80}}?\s"
    r"claimed(?= by\b)|"
    rf"\b(?:claim(?:ed|s|ing)|to claim) (?:(?!that\b|the killing of\b)[\w'’-]+ ){{0,4}}?{EVENTS}\b"
    r"(?!\s+(?:was|were|is|are|had|has|have|killed|left|caused|hit|wounded|destroyed|injured|took|"
    r"came|targeted|would|could)\b)|"
    r"\b(?:confirm(?:ed|s)|conced(?:ed|es))\s+(?:\w+ly\s+)?"
    rf"(?:{_DOING}|having\s+(?:\w+ly\s+)?{_DONE})\b|"
    r"\b(?:admitt?(?:ed|s|ing)?|confess(?:ed|es|ing)?|acknowledg(?:ed|es|ing)|boast(?:ed|s|ing)?)\s+"
    rf"(?:to\s+|of\s+)?(?:having\s+)?(?:{_DOING}|{_DONE}|"
    rf"(?:the |this |that )(?:[\w-]+ ){{0,2}}{EVENTS})\b|"
    rf"\b(?:admitt?(?:ed|s|ing)?|confess(?:ed|es|ing)?|acknowledg(?:ed|es|ing))(?:\s+to)?{_WHEN}?\s+"
    rf"(?:(?:the|{_COUNT})\s+){{1,2}}(?:[\w-]+\s+)?{EVENTS}\b|\bboast(?:ed|s|ing)? (?:of|about) "
    rf"(?:(?:an?|the|its|their|this)\s+)?(?:[\w-]+\s+){{0,3}}?{EVENTS}\b|"
    r"\b(?:admitt?(?:ed|s|ing)?|confess(?:ed|es|ing)?|acknowledg(?:ed|es|ing)|claim(?:ed|s|ing)?|"
    rf"boast(?:ed|s|ing)?|confirm(?:ed|s)?|said|says|announced|stated|declared)\s+"
    rf"(?:that\s+)?{OWN}\s+"
    rf"(?:(?:had|have|has|was|were|is|are|also|been|all|jointly)\s+){{0,3}}(?:behind|responsible|"
    r"planted|placed|carried out|set off|perpetrated)\b|"
    r"\b(?:says|claims) (?:kill(?:s|ed)|str(?:ikes|uck)|hits?|destroy(?:s|ed)|target(?:s|ed)|"
    r"sh(?:oots|ot) down|attack(?:s|ed)|bomb(?:s|ed)|shell(?:s|ed)|"
    r"captur(?:es|ed)|seiz(?:es|ed))\b|"
    rf"\b(?:said|says|added|announced|stated|declared)\s+(?:\w+day\s+|on \w+day\s+)?(?:that\s+)?"
    rf"(?:its|their|our)\s+(?:[\w-]+\s+)?{EVENTS}\b"
    r"(?!\s+(?:against|on)\s+(?:it|them|us)\b))"
)
_DEATH = (
    r"(?:killing|execution|beheading|downing|abduction|kidnapping|assassination|shooting[- ]down)"
)
_NOT_OF_ITS_OWN = (  # "the killing of three of its men", "of a clerk by rivals", "in an air strike"
    r"(?!(?:[\w-]+\s+){0,4}?(?:its|their|his)\b|[^.;,]{2,60}?\sby\s(?!(?:its|their|his)\b)|"
    r"[^.;,]{2,60}?\s(?:in|by)\s+an?\s+(?:[\w-]+\s+)?(?:(?:air|drone)\s?|\w+(?:an|ish|ese|eli|aqi)\s|enemy\s|"
    r"army\s|government\s)(?:strike|raid)\b)"
)
# Only of an armed group: "admitted it at once", "confirmed the capture of the post".
OWNS_UP = caseless(
    r"\b(?:admitt?(?:ed|s|ing)?|confess(?:ed|es|ing)?|acknowledg(?:ed|es|ing))(?:\s+to)?\s+"
    r"(?:it|this|that|as\s+much|the\s+(?:deed|act|fact))"
    rf"(?:{_ENDED}|(?=\s+(?:at\s+once|immediately|readily|openly|within|the\s+\w+\s+day)\b))|"
    r"\b(?:describ|hail|present|portray|celebrat|prais|acknowledg|confirm|recogni[sz])(?:ed|es|s|ing)\s+"
    rf"(?:it|(?:the|this|that|both)\s+(?:[\w-]+\s+){{0,2}}?(?:{EVENTS}|deeds?|actions?|deaths?))\s+as\s+(?:the\s+)?"
    r"(?:(?:work|deed|act|operation|feat)s?\s+of\s+)?(?:one\s+of\s+)?(?:its|their)\s+(?:own\b|work\b|doing\b|"
    rf"(?:[\w-]+\s+)?{MEN}\b)|"
    rf"\b(?:announc|claim|boast)(?:ed|es|s|ing)\s+(?:of\s+)?(?:the\s+)?{_DEATH}\s+of\s+{_NOT_OF_ITS_OWN}|"
    r"\b(?:report|announc)(?:ed|es|s|ing)\s+(?:killing|destroying|shooting|ambushing|bombing|shelling|blowing)\b"
    r"(?!\s*(?:(?:of|in|on|near|by|at|from|along|around|across|against|to|and|or)\b|[.,;]|$))|"
    r"\btook\s+ownership\s+of\s+(?:the|this|that|both|it)\b|"
    r"\bconfirm(?:ed|s|ing)\s+(?:the|this|that|both)\s+(?:[\w-]+\s+)?(?:actions?|ambush(?:es)?|"
    r"operations?|capture|kidnappings?|abductions?|seizure|hijacking|downing|shooting[- ]down|"
    r"sinking|bombings?|blasts?|executions?)\b"
    r"(?!\s+(?:(?:on|of|against)\s+(?:its|their|his)|by|that\s+killed\s+(?:its|their|his))\b)"
)
# Only of an armed group: who else "denied the ambush" may deny that there was one.
DENIES_ACT = caseless(
    r"\b(?:den(?:ied|ies|ying)|disclaim(?:ed|s|ing))\s+(?:both\s+)?(?:the|this|that|those|these|both|any)\s+"
    rf"(?:[\w’'-]+\s+){{0,2}}?{EVENTS}\b(?!\s+(?:was|were|had|has|is|are|took|happened)\b)"
)
# Only of an armed group: "posted a video of the ambush".
SHOWS = caseless(
    r"\b(?:posted|released|published|issued|aired|broadcast|put out)\s+(?:an?\s+)?(?:[\w-]+\s+)?"
    r"(?:videos?|footage|film|recording|pictures|images)\s+(?:of|showing)\s+(?:that|the|this)\s+"
    rf"(?:[\w-]+\s+)?{EVENTS}\b|"
    r"\b(?:named|identified)\s+the\s+(?:[\w-]+\s+)?(?:bombers?|attackers?|assailants?|perpetrators?)\b"
    r"(?!\s+(?:who|that|of|from)\b)|"
    r"\b(?:released|published|gave|issued|posted)\s+the\s+(?:names?|pictures?|photographs?)\s+of\s+the\s+"
    r"(?:[\w-]+\s+)?(?:bombers?|attackers?|assailants?|perpetrators?)\b"
)
# Only of whoever speaks for an armed group: "a spokesman for it told us that the group was behind".
GROUP_CLAIM = caseless(
    r"\b(?:said|says|announced|stated|declared|claimed|told\s[^.;]{3,60}?)\s+(?:that\s+)?"
    r"(?:the|this) (?:group|movement|militia|organi[sz]ation|faction)\s+"
    r"(?:(?:had|has|was|is|also|been)\s+){0,3}"
    r"(?:behind|responsible|planted|placed|carried out|set off|perpetrated)\b"
)
_OURS = (
    r"(?:the|his|her|its|their|our)\s+(?:group|movement|country|government|army|forces|militia|party|"
    r"organi[sz]ation|front)"
)
_NOT_OF_HELP = (  # "rejected the charge that it had armed the rebels": that is no attack
    r"(?!\s+(?:that|of)\s+(?:(?:it|they|he|she|its\s+[\w-]+)\s+)?(?:(?:had|has|have|was|were|is|are)\s+)?"
    r"(?:been\s+)?(?:arm|train|back|support|fund|financ|harbo|shelter|suppl|help|let\b|allow|host|"
    r"sponsor|aid)\w*)"
)
_CHARGE = (
    r"(?:it|this|that|(?:(?:the|this|that|these|those|all|such|his|her|its|their)\s+|[\w’'-]+[’']s?\s+)"
    r"(?:[\w-]+\s+)?(?:charges?|accusations?|allegations?|reports?|claims?|stor(?:y|ies)|account|"
    r"suggestions?|findings|version|assertions?))"
)
DENY_ROLE = caseless(
    r"\b(?:den(?:ied|ies|y|ying)|reject(?:ed|s|ing)|disavow(?:ed|s|ing)|disclaim(?:ed|s|ing)|"
    r"dismiss(?:ed|es|ing)|refut(?:ed|es|ing)|disown(?:ed|s|ing))"
    r"(?:,\s[^.;,]{3,60},)?\s+"  # "denied, in a note to the press, that"
    r"(?:(?!that\b|denials?\b)[\w'’-]+\s+){0,4}?(?:involvement|responsibility|role|part|hand|links?|connection|"
    r"complicity|being behind|being involved|being responsible|carrying out|blame|"
    rf"having\s+(?:\w+\s+)?{DID}|(?:bomb|attack|target|shell|kill|strik|hitt|shoot|launch|"
    r"fir|stag|plant)ing\b|"
    rf"accusations?\b{_NOT_OF_HELP}|(?:that\s+)?"
    rf"{OWN}\s+(?:had |was |were |has |have |been )?(?:\w+ )?{DID})|"
    rf"\b(?:said|says|insisted|stated|maintained|declared)\s+(?:on\s+\w+day\s+)?(?:that\s+)?{OWN}\s+"
    r"(?:(?:was|were|is|are|had|has|have) (?:not|nothing|no)|did not|didn['’]t|wasn['’]t)\s+"
    r"(?:to do with|role|part|hand|(?:been )?behind|(?:been )?responsible|involved|involvement|"
    rf"carry out|carried out|fl(?:own|y)|present|anywhere near|"
    rf"in\s+(?:the|that)\s+(?:area|locality|vicinity|village|town|zone|district|region)|{DID})|"
    rf"\b(?:said|says|insisted|stated|maintained)\s+(?:that\s+)?(?:no|none\s+of\s+(?:its|their|his))\s+"
    rf"(?:[\w-]+\s+)?(?:{MEN}|soldier|officer|fighter|plane|shell|unit|one)\s+"
    rf"(?:(?:was|were|had|has|have|been)\s+)*{DID}\b|"
    rf"\b(?:disown(?:ed|s|ing)|disavow(?:ed|s|ing))\s+(?:the|this|that|both)\s+(?:\w+\s+)?{EVENTS}\b|"
    rf"\b(?:said|says|insisted|stated|maintained|declared)\s+(?:that\s+)?{_OURS}\s+"
    r"(?:(?:was|were|is|had|has)\s+(?:not|no|nothing)|did\s+not)\s+"
    r"(?:to\s+do\s+with|role|part|hand|(?:been\s+)?(?:behind|responsible|involved)|carr(?:y|ied)\s+out)\b|"
    rf"\b(?:distanc|disassociat|dissociat)(?:ed|es|ing)\s+(?:(?:it|them|him)sel(?:f|ves)|{_OURS})\s+from\s+"
    r"(?=(?:the|this|that|both|all)\b)|"
    r"\b(?:wash(?:ed|es|ing)|wiped)\s+(?:its|their|his)\s+hands\s+of\s+(?:it|this|(?:the|that|both)\s)|"
    r"\b(?:protest(?:ed|s|ing)|plead(?:ed|s|ing)|profess(?:ed|es|ing)|proclaim(?:ed|s|ing)|"
    r"maintain(?:ed|s|ing)|assert(?:ed|s|ing))\s+(?:(?:its|their)\s+(?:\w+\s+)?)?innocence\b|"
    r"\b(?:issu(?:ed|es|ing)|publish(?:ed|es)|put\s+out|ma[dk]es?|g[ai]ve|repeat(?:ed|s))\s+(?:an?|its|their|another)\s+"
    r"(?:[\w-]+\s+)?denials?\s+of\s+(?:any\s+|all\s+)?(?:responsibility|involvement|role|part|hand|complicity)\b|"
    rf"\b(?:call|brand|describ|label|dub|term|dismiss|reject|ridicul)\w*\s+(?:as\s+[\"“]?[\w\s-]{{3,30}}?[\"”]?\s+)?"
    rf"{_CHARGE}\s+(?:that\s+)?(?:of\s+)?(?:being\s+|having\s+)?"
    rf"(?:{OWN}\s+(?:had |was |were |has |have |been )?(?:\w+ )?(?:{DID}|involved|implicated)|"
    r"(?:its|their)\s+(?:\w+\s+)?(?:involvement|part|role|hand|complicity|responsibility))\b|"
    rf"\b(?:said|says|insisted|stated|maintained|declared)\s+(?:that\s+)?{OWN}\s+(?:had\s+|has\s+|have\s+|was\s+|were\s+)?"
    rf"{DID}\s+(?:neither|none)\b|"
    r"\b(?:with(?:drew|drawn|drawing|draws)|retract(?:ed|s|ing)|recant(?:ed|s|ing)|t(?:ook|aken|ake)\s+back|"
    r"disown(?:ed|s|ing))\s+(?:the|its|their|his|that|this)\s+(?:earlier\s+|previous\s+|first\s+|own\s+)?"
    r"(?:claims?|admission|confession)\b|"
    r"\bt(?:ook|aken|ake)\s+(?:the|its|their|his|that)\s+(?:claim|admission|confession)\s+back\b|"
    r"\b(?:had|has|have) (?:nothing to do with|no (?:role|part|hand|involvement) in|"
    r"no (?:relation|links?|connection|ties) (?:to|with))\b"
)
UNTRUE = (
    r"(?:\w+ly\s+|(?:complete|total|pure|sheer|utter|a|an|another)\s+){0,2}(?:baseless|false|fake|"
    r"lies?|propaganda|fabricat\w+|invent\w+|nonsense|fiction|ridiculous|absurd|unfounded|groundless|"
    r"untrue|irresponsible|slander|rubbish|fair[yi][ -]?tale|ludicrous|fallacious|misinformation|"
    r"disinformation|laughable|wrong|incorrect|libel|hoax)\b"
)
_ABOUT = r"(?:\s+(?:that|of|by|against|about|made|over|levelled|linking|tying)\s[^.;]{2,90}?)?"
DENY_IT = caseless(  # what somebody else laid on whoever speaks
    r"\b(?:den(?:ied|ies|y|ying)|reject(?:ed|s|ing)|dismiss(?:ed|es|ing)|refut(?:ed|es|ing))\s+"
    rf"{_CHARGE}(?:{_ENDED}|(?=\s+(?:as|that|by|made|of|and|but)\b)){_NOT_OF_HELP}|"
    r"\b(?:call(?:ed|s|ing)?|brand(?:ed|s)|describ(?:ed|es)|labell?ed|dubbed|term(?:ed|s))\s+"
    rf"{_CHARGE}{_ABOUT}\s+(?:as\s+)?[\"“]?{UNTRUE}|"
    r"\b(?:said|says|insist(?:ed|s)|maintain(?:ed|s))\s+(?:that\s+)?(?:it|they)\s+(?:was|were|had|has|have|did)"
    r"(?:\s+not|n['’]t)(?=\s*(?:[.;]|$))|"
    rf"\b(?:said|says|insist(?:ed|s)|added|maintain(?:ed|s)|stated|declared)\s+(?:that\s+)?{_CHARGE}{_ABOUT}\s+"
    rf"(?:was|were|is|are)\s+[\"“]?{UNTRUE}"
)
DENIED_CHARGE = caseless(  # "blamed the rebels, a charge that | they | rejected"
    r"(?:\b(?:an?|the)\s+(?:[\w-]+\s+)?(?:charge|accusation|allegation|claim|suggestion)s?\s+"
    r"(?:(?:that|which)\s+)?|,\s+(?:something\s+(?:that\s+)?|which\s+))"
    r"(?P<who>[^.;,]{2,60}?)\s+(?:(?:has|have|had|also|later|quickly|repeatedly|strongly|always)\s+)*"
    r"(?:den(?:ied|ies|y)|reject(?:ed|s)|dismiss(?:ed|es)|refut(?:ed|es))\b"
)
_THEY_HAD = (
    r"(?:the\s+)?[\w'’ -]{2,50}?\s(?:had|has|have|was|were|is|are)\s+(?:\w+ly\s+)?"
    rf"(?:behind|responsible|{DID})\b"
)
BLAME = caseless(
    r"\b(?:blam(?:ed|es|e|ing)\s+(?:(?!on\b)(?:[^.;]{2,50}?\b(?:attacks?|strikes?|raids?|assaults?)\s"
    r"on\s[^.;,]{2,60}?(?=\son\s(?!\w+day\b))|[^.;]{2,70}?)\s+on\s+|on\s+)?|"
    r"accus(?:ed|es|e|ing)\s+|charged\s+(?=(?:the\s+)?[a-z][\w'’-]+(?:\s[\w'’-]+){0,4}\swith\s)|"
    r"point(?:ed|s|ing)?\s+(?:the\s+|a\s+|an\s+|their\s+|its\s+|his\s+)?(?:accusing\s+)?fingers?\s+at\s+|"
    r"(?:hold|held|holds|holding)\s+(?=[^.;,]{2,60}?\s(?:responsible|accountable))|"
    r"(?:attribut(?:ed?|es|ing)|ascrib(?:ed?|es|ing))\s+(?:[^.;,]{2,70}?\s)?to\s+|"
    r"(?:was|were|is|are|had\s+been|being)\s+(?:\w+ly\s+)?the\s+(?:handi)?work\s+of\s+|"
    r"(?:laid|lay|lays|laying)\s+[^.;,]{2,60}?\sat\s+the\s+door\s+of\s+|"
    r"(?:put|puts|putting|plac(?:ed|es|ing)|laid|lay|lays|laying|heap(?:ed|s|ing))\s+(?:(?:the|full|all|sole|squarely)\s+){0,3}"
    r"(?:blame|responsibility|guilt)\s+(?:for\s[^.;,]{2,60}?\s)?(?:\w+ly\s+)?(?:on|with|upon)\s+|"
    r"(?:condemn|denounc|castigat|decri)(?:ed|es|s|ing)\s+(?=[^.;,]{2,50}?\sfor\s+(?:(?:the|its|their|this|that|yesterday['’]s|"
    rf"\w+day['’]s)\s+(?:\w+\s+)?{EVENTS}|carrying\s+out|having\s+{DID}|kill|bomb|attack|shell|massacr|murder)\w*)|"
    rf"charg(?:ed|es)\s+that\s+(?={_THEY_HAD})|"
    rf"(?:accusations?|charges?|allegations?)\s+that\s+(?!(?:it|its|they|their)\b)(?={_THEY_HAD})|"
    r"(?:identified|described|named|recogni[sz]ed)\s+(?:the|two|both|three|(?:one|some|two|several|many)\s+of\s+the)\s+"
    r"(?:\w+\s+)?(?:attackers?|assailants?|killers?|"
    r"gunm[ae]n|bombers?|kidnappers?|abductors?|raiders|culprits?|perpetrators?|assassins?)\s+as\s+(?:being\s+)?(?:(?:an?\s+)?"
    r"(?:\w+\s+)?(?:members?|fighters?|men|militants|rebels|guerrillas|gunmen|soldiers|supporters|followers)\s+"
    r"(?:of|from|belonging\s+to)\s+)?|"
    r"pinn(?:ed|ing)\s+(?!down\b)[^.;,]{2,60}?\son\s+|put\s+[^.;,]{2,40}?\s(?<!\bup\s)down\s+to\s+|"
    r"(?:evidence|proof)\s+(?:of|for)\s+(?:the\s+)?(?:participation|involvement)\s+(?:by|of)\s+|"
    r"(?:has|have|had|is|was)\s+(?:no\s+doubt|(?:\w+\s+)?(?:evidence|proof))\s+that\s+"
    rf"(?=[^.;,]{{3,60}}?\s(?:(?:was|were|is|are)\s+(?:behind|responsible)|{DID}|did\s+it|"
    r"(?:had|has|have)\s+done\s+it)\b)|"
    r"(?:was|were|been|is)\s+(?:\w+ly\s+)?(?:blamed on|attributed to|ascribed to|pinned on)\s+|"
    r"(?:saw|sees)\s+the\s+hand\s+of\s+|"
    r"(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:certain|sure|convinced|adamant)\s+(?:that\s+)?(?:it|this)\s+(?:was|is)\s+|"
    r"(?:named|identified|singled\s+out|cited)\s+(?=[^.;,]{2,60}?\sas\s+(?:(?:the\s+)?(?:[\w-]+\s+)?(?:authors?|perpetrators?|"
    r"culprits?|attackers?|assailants?|bombers?)|(?:being\s+)?(?:behind|responsible))\b)|"
    r"(?:laid|lay|lays|laying)\s+[^.;,]{2,60}?\sat\s+(?=(?:the\s+)?[\w'’ -]{2,40}?['’]s?\s+door\b)|"
    r"(?:fingered|implicat(?:ed|es)|singled\s+out|point(?:ed|s)\s+(?:(?:instead|rather|also)\s+)?(?:to|at)(?!\s+(?:[\w-]+\s+){0,4}?[\w-]+['’]s?\s))\s+|"
    r"responsibility (?:for\s[^.;,]{3,60}?\s)?(?:lies|lay|rests|rested) with\s+)"
)
EACH_OTHER = caseless(r"\b(?:accus(?:ed?|ing)|blam(?:ed?|ing))\s+(?:each other|one another)\b")
BLAMED_FOR = caseless(
    r"\b(?:(?:was|were|is|are|been|being)\s+(?:\w+ly\s+)?"
    r"(?:blamed|accused|held responsible|charged)\b(?!\s+on\b)|"
    r"(?:widely|long)\s+blamed\s+for\b|blamed by\b|\b(?:stands?|stood|remain(?:s|ed))\s+accused\b|"
    r"(?:bears?|bore|carr(?:y|ies|ied))\s+(?:\S+\s+){0,2}?(?:responsibility|blame)\b|"
    r"(?:was|were|is|are)\s+to\s+blame\b|"
    r"(?:was|were|is|are)\s+(?:\w+ly\s+)?(?:responsible|behind\s+(?:it|this|them|both))(?=\s*(?:[.,;]|$)))"
)
SUSPECTED = caseless(
    r"\b(?:(?:may|might|could)\s+(?:well\s+)?(?:be|have\s+been)\s+(?:behind|responsible|involved|to\s+blame)\b|"
    r"(?:was|were|is|are)\s+(?:probably|likely|possibly|perhaps|presumably|apparently)\s+(?:behind|responsible|to\s+blame)\b|"
    r"(?:was|were|is|are|been)\s+(?:\w+\s+)?(?:suspected|believed|thought|presumed|alleged|"
    r"reported)\s+(?:of|to (?:be|have been|have)|as)\b|(?:is|are|was|were)\s+(?:the\s+|its\s+|"
    r"their\s+|his\s+)?(?:prime|main|chief|likely|first|top)\s+suspects?\b|"
    r"(?:was|were|been|is|are)\s+(?:mentioned|named|described|cited|seen)\s+(?:by\s[^.;,]{2,40}?\s)?"
    r"as\s+(?:the\s+|its\s+)?(?:[\w-]+\s+)?(?:authors?|perpetrators?|culprits?|suspects?)\b)"
)
_OTHERS_BY = (  # "those carried out by X", "earlier raids by X"
    rf"(?:\s+(?:(?:those|ones|that|others|many|(?:an?\s+|the\s+)?(?:earlier|previous|past|other|recent)(?:\s+\w+)?\s+(?:{EVENTS}))\s+)"
    r"(?:(?:carried\s+out|claimed|staged|mounted|used|launched|committed|perpetrated|favou?red)\s+)?(?:in\s+the\s+past\s+)?by)?"
)
SUSPECTS = caseless(
    r"\b(?:(?:prime|main|chief|first|likely|top)\s+suspects?\s+(?:is|are|was|were)|"
    r"(?:thought|believed|suspected|presumed)\s+to\s+(?:be|have\s+been)\s+the\s+(?:handi)?work\s+of|"
    r"(?<!no\s)(?<!little\s)doubt(?:s|ed)?\s+(?:that|whether|if)"
    r"(?=\s+(?:the\s+)?[\w'’ -]{2,50}?\s(?:had|was|were|did|has|could)\b)|"
    r"suspect(?:s|ed|ing)?|suspicion (?:has |immediately |quickly )?(?:fell|falls|fallen|"
    r"focused|centred|centered)\s+on|"
    r"(?:bore|bears?|bearing|had|has|have|carr(?:y|ies|ied|ying))\s+(?:all\s+)?(?:the|every)\s+"
    r"(?:\w+\s+)?(?:hallmarks?|marks?|stamp|signature|fingerprints|handwriting|trademarks?)\s+of"
    rf"{_OTHERS_BY}|"
    rf"(?:similar\s+to|reminiscent\s+of|resembl(?:es|ed|ing)|typical\s+of|in\s+the\s+style\s+of){_OTHERS_BY}|"
    r"(?:attackers?|assailants?|killers?|gunm[ae]n|bombers?|kidnappers?|abductors?|raiders|culprits?|perpetrators?|"
    r"assassins?|they|he)\s+(?:(?:was|were|is|are)\s+)?(?:\w+ly\s+)?(?:believed|thought|suspected|presumed|understood)\s+to\s+"
    r"(?:be|belong\s+to|have\s+been|have\s+belonged\s+to|have\s+come\s+from)(?:\s+(?:an?\s+)?(?:\w+\s+)?(?:members?|fighters?|men|"
    r"militants|rebels|guerrillas|gunmen|soldiers|supporters|followers|part)\s+(?:of|from|loyal\s+to|linked\s+to))?|"
    r"(?:not|cannot|can['’]t|no\s+longer|never)\s+(?:be\s+)?(?:rul(?:e|ed|ing)\s+out|exclud(?:e|ed|ing))"
    r"(?:\s+(?:that|the\s+(?:involvement|participation|possibility)\s+(?:of|that)))?|"
    r"(?:believ(?:e|es|ed|ing)|think|thinks|thought|suspect) (?:that )?"
    r"(?=(?:the\s+)?[\w'’ -]{2,50}\s"
    r"(?:(?:was|were|is|are|may be|may have been|could be|had been) (?:behind|responsible)|"
    rf"(?:(?:had|may have|could have) )?(?:{DID}|did it)\b)))"
    r"\s*(?:that\s+)?"
)
_UNDONE = Pattern(  # after a verb: "had fired | no shots"; "soldiers sent | to fetch it"
    r"(?<=\bsent)\s+(?:to|there|by)\b|\s+(?:out\s+)?(?:neither|none|nothing|"
    r"no\s+(?:[\w-]+\s+)?(?:shots?|rounds?|shells?|rockets?|missiles?|"
    r"bombs?|mines?|drones?|mortars?|sorties|raids?|(?:air\s?)?strikes?|attacks?|operations?))\b",
    re.IGNORECASE,
)
_NOT = caseless(r"(?:\b(?:not|never)|n['’]t)\s+(?:\w+ly\s+)?$")


def undone(text: str, verb: Span) -> bool:
    """Whether a verb tells of nothing done: "had fired no shots", "if he **hadn't shot** them"."""
    before = max(0, verb.start - 24)
    return bool(_UNDONE.match(text, verb.end) or _NOT.search(text, before, verb.start))
