"""The words around an event word that say what it is: a verb, a name, a figure of speech."""

from __future__ import annotations

import re

from tallystick.vocab.caseless import caseless

__all__ = [
    "ARREST",
    "BE",
    "BEHIND_IT",
    "BY_ACCIDENT",
    "CALLED_OUT",
    "CRASH",
    "CROWD",
    "DETERMINERS",
    "EXERCISE",
    "FIGURATIVE",
    "FORCE",
    "IN_THE_AIR",
    "MODALS",
    "MODIFIED",
    "NEVER",
    "NOT",
    "ONE",
    "POLICE",
    "PREPOSITIONS",
    "TO_A_CALL",
]

MODIFIED = frozenset((
    "helicopter", "helicopters", "drone", "drones", "aircraft", "plane", "planes", "jet",
    "jets", "dog", "rifle", "rifles", "group", "groups", "carrier", "capability", "squad",
    "squads", "craft", "boat", "boats", "submarine", "submarines", "campaign", "capabilities",
    "bomber", "bombers", "ship", "site", "sites",
    "zone", "force", "power", "vest", "belt", "price", "prices", "suspect", "suspects",
    "scene", "ring", "rings", "gang", "gangs", "victim", "victims", "survivor", "survivors",
    "case", "investigation", "allegation", "allegations", "conviction", "convictions",
    "action", "leader", "leaders", "ad", "ads", "surface", "weapon", "weapons", "range",
))  # fmt: skip
MODALS = frozenset((
    "to", "will", "would", "could", "can", "may", "might", "must", "should", "did", "not",
    "didn't", "they", "we", "who", "don't", "does", "n't", "cannot", "shall",
))  # fmt: skip
DETERMINERS = frozenset((
    "the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her",
    "such", "any", "no",
))  # fmt: skip
PREPOSITIONS = frozenset((
    "on", "in", "against", "by", "at", "of", "from", "for", "with", "near", "inside",
    "into", "over",
))  # fmt: skip
BE = frozenset((
    "was", "were", "been", "being", "is", "are", "be", "get", "got", "gets", "'s",
))  # fmt: skip
ONE = frozenset((
    "a", "an", "the", "his", "her", "warning", "mug", "flu", "booster", "single", "first",
    "one", "another",
))  # fmt: skip
NEVER = frozenset((
    "no", "without", "never", "neither", "nor",
))  # fmt: skip
NOT = frozenset((
    "not", "didn't", "wasn't", "weren't", "don't", "doesn't", "hasn't", "haven't",
))  # fmt: skip
_ANIMAL = (  # one of them: "Tigers" and "Lions" can be a party's name
    r"(?:shark|dog|mastiff|bear|tiger|lion|leopard|wolf|boar|swan|wasp|elephant|hippo(?:potamus)?|"
    r"crocodile|bull|cow|snake|bird|monkey|animal)"
)
_IN_WORDS = (  # what is said against somebody, or something that no weapon hits
    r"attack(?:s|ed|ing)?\s+(?:on\s+)?(?:the\s+|his\s+|her\s+|their\s+|its\s+)?(?:[\w’'-]+\s+)?"
    r"(?:closures?|scene|responses?|handling|cuts|ruling|verdict|agreement|treaty|appointment|"
    r"speech|remarks|comments|statements?|exercises?|strategy|stance|performance|flames|blaze)\b|"
    r"attack(?:s|ed|ing)\s+[^.;\"“]{2,60}?\s(?:as\s+(?:an?\s+)?[\"“‘]|"
    r"for\s+(?:what\s+(?:he|she|it|they)\s+called|not\s+\w+ing|being|having|failing|lacking|voting|"
    r"saying|claiming|suggesting|supporting|opposing|backing)\b|in\s+(?:an?|his|her)\s+(?:[\w-]+\s+)?"
    r"(?:speech|session|debate|editorial|interview|sermon|tweet)\b)"
)
_OTHER_DEEDS = (  # what is answered, dismissed, carried out or taken over, and no one by force
    r"shot\s+back\s+(?:that|saying|in\s+an?\s|on\s+twitter)|"
    r"shot\s+up\s+(?:in|to|by|from|past|sharply|\d)|"
    r"(?:he|she|who|i|you)\s+(?:was|were|had\s+been|got|is|are)\s+fired\b(?!\s+(?:at|on|upon)\b)|"
    r"execut(?:e|ed|es|ing)\s+(?:(?:an?|the|its|his|her|their|our)\s+)?(?:[\w-]+\s+)?(?:plans?|"
    r"strateg(?:y|ies)|warrants?|orders?|contracts?|agreements?|deals?|trades?|moves?|passe?s?|plays?|"
    r"duties|will|it|this|that)\b|"
    r"hijack(?:ed|ing|s)?\s+(?:[\w’'-]+\s+){0,4}?(?:accounts?|websites?|servers?|e-?mails?|phones?|"
    r"computers?|browsers?|floor|debates?|agenda|conversation|discussion|process|narrative)\b|"
    r"(?:immigration|workplace|narcotics|drugs?|anti-drugs?|gambling|prostitution|vice|customs)\s+"
    r"raids?\b"
)
_OFF_WORK = (  # who votes for it, how long it lasts, what it does
    r"(?:vot(?:e|ed|ing)|ballot(?:ed|ing)?|plans?|planned|threaten(?:ed|s|ing)?|call(?:s|ed|ing)?)\s+"
    r"(?:for|on|to)\s+an?\s+(?:(?!air|drone|missile|military|rocket)[\w-]+\s+)?strike\b"
    r"(?!\s+(?:on|against|inside))|"
    r"(?:days?|weeks?|months?)\s+of\s+(?:an?|the|their|its|our)\s+strike\b(?!\s+(?:on|against))|"
    r"\w+-(?:day|week|month|hour)(?:-long|-old)?\s+strikes?\b(?!\s+(?:on|against))|"
    r"strikes?\s+(?:enter(?:s|ed|ing)|paraly[sz](?:es|ed|ing)|committees?|ballots?|notices?|funds?)|"
    r"striking\s+(?:[\w-]+\s+)?(?:workers|miners|teachers|doctors|nurses|drivers|dockers|staff|"
    r"employees|students|farmers|peasants|pilots|journalists|prisoners|railwaymen)\b"
)
_OF_CRITICS = (  # who fires, where, and over what
    r"c[ao]m(?:e|ing)\s+under\s+(?:(?:heavy|intense|sustained)\s+)?(?:fire|attack)\s+"
    r"(?:(?:in|at)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?(?:committee|parliament|press|media|"
    r"senate|congress|court|debate|council|assembly|hearing|house|inquiry|interview)|"
    r"from\s+(?:the\s+)?(?:[\w-]+\s+)?(?:critics|opposition|lawmakers|senators|deputies|unions?|"
    r"press|media|campaigners|voters|shareholders|investors|auditors|economists)|"
    r"over\s+(?:(?:his|her|its|their|plans|claims|remarks|comments|allegations)|the\s+(?:handling|"
    r"plan|decision|cuts|affair|scandal|deal|bill|budget))|for\s+(?:(?:his|her|its|their)\b|"
    r"(?:\w+\s)?\w+ing))"
)
_NOT_MEANT = (  # a show, a disposal, a pain, a likeness
    r"(?:mock|simulated|feigned|pretend)\s+(?:[\w-]+\s+)?(?:attacks?|raids?|assaults?|battles?|"
    r"ambush(?:es)?|bombings?|shootings?|air\s?strikes?|executions?|kidnappings?|hijackings?)|"
    r"bombed-out|controlled\s+(?:explosions?|blasts?|detonations?)|stabbing\s+(?:pains?|sensations?)|"
    r"(?:looks?|looked|sound(?:s|ed)?|felt|feels?)\s+as\s+(?:if|though)\s+[^.;,]{0,30}?\b(?:bombed|"
    r"shelled|shot|hit|exploded|attacked)\b"
)
FIGURATIVE = caseless(
    r"\b(?=\w)"  # not where a word ends
    r"(?:(?:heart|panic|asthma|anxiety|shark|dog|bear|cyber|verbal|personal|scathing|media|"
    r"political|hacking|ransomware|rhetorical|digital|online|smear|partisan|blistering|withering)"
    r"[\s-]?(?:attacks?|assaults?|onslaughts?)|cyber[\s-]?strikes?|"
    r"(?:hunger|labou?r|general|transport|rail|train|bus|teachers['’]?|doctors['’]?|nurses['’]?|"
    r"miners['’]?|workers['’]?|students['’]?|civic|wildcat|transit|prison|nationwide|national|lucky|"
    r"rent|climate|school|24-hour|48-hour|indefinite)\s+strikes?|(?:on|went on|go on|going on|"
    r"called|call|ended|end)\s+(?:an?\s+|the\s+|their\s+)?strike\b(?!\s+(?:on|against))|"
    r"(?<!air\s)(?<!drone\s)(?<!missile\s)strikes?\s+(?:by|of)\s+(?:(?!(?:on|in|at|against|near|and|"
    r"the|an?|hit|left|jets|planes|forces|troops)\b|\w+ed\b|kill|wound|injur)[\w-]+\s+){0,2}(?:workers|teachers|doctors|nurses|miners|drivers|"
    r"staff|employees|unions?|owners|farmers|peasants|merchants|shopkeepers|traders|prisoners|"
    r"inmates|students|judges|lawyers)|detonat(?:ing|or|ion)\s+(?:cords?|caps?|fuses?|wires?)|strike\s+(?:a\s+)?(?:deal|balance|chord|vote)|strik(?:es|ing)\s+a\s+"
    r"(?:deal|balance|chord)|struck\s+(?:a\s+(?:deal|balance|chord|pose|bargain|blow|tone)|an\s+"
    r"agreement|gold|oil|down\s+by|out\b|by\s+(?:the\s+)?(?:fact|how|covid|coronavirus|lightning|"
    r"idea|beauty|similarit\w+|train|car|bus|disease))|"
    r"hit\s+(?:hard(?:est)?\s+)?by\s+(?:a\s+|the\s+)?(?:\w+\s+)?(?:sanctions|crisis|pandemic|"
    r"economic|storms?|hurricane|earthquake|quake|floods?|flooding|drought|recession|inflation|"
    r"train|car|bus|truck|virus|outbreak|tariffs|cyclone|tsunami|shortages?)|"
    r"(?:hurricane|earthquake|quake|storms?|typhoon|tornado|tsunami|floods?|lightning|drought|"
    r"pandemic|virus|recession|crisis|cyclone|sales|profits|prices|exports|temperatures?)\s+"
    r"(?:\w+\s+)?(?:hits?|hitting|struck|strikes?)|(?:insurgency|drought|crisis|conflict|war|"
    r"famine|militancy|poverty|cash|violence)[\s-]hit|hits?\s+(?:the\s+)?(?:road|headlines|streets|"
    r"records?|market|ground\s+running|theat(?:re|er)s|screens|airwaves|a\s+(?:record|snag|peak|"
    r"home\s+run|wall|low|high))|hit\s+(?:out|back|upon|songs?|shows?|singles?|movies?|list|squad)|"
    r"(?:spray|rak)(?:e|ed|es|s|ing)?\b(?!(?:\s+[\w'’-]+){0,9}\s+(?:bullets?|gunfire|fire|shots?|"
    r"rounds?)\b)|baby\s+boom|(?:population|price|credit|urban)\s+explosions?|explosion\s+(?:of|in)\s+(?:"
    r"violence|interest|anger|prices|debt|population|joy|creativity|the\s+number)|"
    r"attack(?:s|ed|ing)?\s+(?:on\s+)?(?:the\s+|his\s+|her\s+|their\s+|its\s+)?(?:\w+[’']s\s+)?"
    r"(?:credibility|decision|polic(?:y|ies)|plans?|bill|law|reforms?|proposal|idea|budget|record|"
    r"reputation|democracy|free\s+speech|press\s+freedom|constitution|problem|issue)|"
    r"price\s+shock|fired\s+(?:from\s+(?:his|her|their|the)\s+(?:\w+\s+)?(?:jobs?|posts?|positions?|company|"
    r"firm|staff|team|paper)|as|him|her|his|the\s+(?:coach|manager|director|minister|"
    r"chief|head))|"
    r"(?<!shots\s)(?<!shot\s)(?<!rockets\s)(?<!rocket\s)(?<!missiles\s)(?<!missile\s)"
    r"(?<!shells\s)(?<!shell\s)(?<!mortars\s)(?<!mortar\s)(?<!torpedo\s)(?<!rounds\s)(?:was|were|been)\s+fired\s+"
    r"(?:after|in|last|for|over|on\s+(?:\w+day|charges|suspicion))\b|"
    r"shooting\s+(?:guard|range|star|of\s+(?:a|the)\s+(?:film|movie|series|video))|"
    r"shot\s+(?:a\s+|the\s+)?(?:film|movie|video|photo\w*|footage|picture|scene|documentary|par|"
    r"put)|shots?\s+on\s+(?:goal|target)|(?:vaccine|flu|mug|penalty|free|tequila|long|big|screen)"
    r"\s+shots?|target(?:ed|ing|s)?\s+(?:sanctions|aid|date|audience|prices?|inflation|growth|"
    r"voters|advertis\w+|customers|tariffs|measures)|"
    r"launch(?:ed|es|ing)?\s+(?:an?\s+|its\s+|the\s+|new\s+)*(?:investigation|probe|inquiry|"
    r"appeal|website|campaign|initiative|search|manhunt|programme|program|book|product|album|party|"
    r"bid|petition|tender|satellite|fund|app|service|talks|dialogue)|"
    r"(?:winter|tropical|snow|ice|thunder|dust|sand|hail|rain|violent|severe|brain)[\s-]?storms?|"
    r"storms?\s+(?:surge|damage|clouds|hit|hits|struck|batter\w*|lash\w*|of\s+(?:protest|"
    r"criticism|controversy))|(?:operation\s+)?desert\s+storm|decisive\s+storm|"
    r"(?:election|electoral|legal|court|custody|political|verbal|title|price|turf|ratings|uphill|"
    r"losing|propaganda|culture|personality|schedul\w+)\s+(?:battles?|clash(?:es)?)|"
    r"clash(?:es)?\s+of\s+(?:cultures?|civili[sz]ations?|opinions?|views|interests?|wills|words|"
    r"personalit\w+|ideas)|clashed\s+(?:over|with)\s+(?:\w+\s+){0,2}(?:polic\w+|budget|lawmakers|"
    r"senators|commentators)|bombshells?|raid(?:ed|ing)?\s+(?:the\s+)?(?:fridge|pantry|treasury|"
    r"pension\w*|savings)|tax\s+raids?|corporate\s+raids?|drug\s+raids?|"
    r"(?:first|second|third)[\s-]degree\s+murder|murder\s+(?:charges?|trial|weapon|case|conviction|"
    r"rate|suspect|probe|investigation|mystery)|(?:charged?|charges)\s+(?:with|of)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:murder|homicide|robbery|arson|assault|kidnapping|rape|abduction|shooting|stabbing)\b"
    r"(?!\s+(?:deaths?|of|that)\b)|(?:counts?|convicted|guilty|accused|suspicion)\s+of\s+(?:\w+\s+)?(?:murder|homicide|"
    r"robbery|arson|assault|kidnapping|rape)\b(?!\s+of)|homicide\s+(?:detectives?|unit|division|"
    r"investigators?|rate|squad|section|bureau|charges?)|robbery\s+(?:division|unit|detectives?)|"
    r"(?:burn(?:ed|ing|s|t)?|lit|light)\s+(?:calories|fuel|candles?|incense|flags?|"
    r"effig\w+|cds?|bridges)|capture(?:d|s)?\s+(?:on\s+|the\s+)?(?:video|camera|film|imagination|"
    r"attention|hearts|images?|footage|mood|vote|seats?|medals?|gold)|seiz(?:ed|es|ing)\s+(?:the\s+|"
    r"on\s+|upon\s+|an?\s+)?(?:opportunity|chance|moment|initiative|drugs|cocaine|heroin|weapons|"
    r"arms|ammunition|documents|explosives|assets|contraband|marijuana|cash|guns?|quantit\w+)|"
    r"down(?:ed)?\s+(?:syndrome|payment|tools)|bomb\s+(?:threats?|scares?|disposal|squad|hoax|"
    r"experts?|shelter|making|maker)|(?:fir(?:ed|ing|e)|us(?:ed|ing|e)|lobb\w+|launch\w+)\s+(?:\w+\s+)"
    r"{0,3}?(?:tear\s?gas|water\s+cannons?|pepper\s+spray|rubber\s+bullets|teargas|stun\s+"
    r"grenades)|fired\s+(?:back|questions|warning)|"
    rf"attack(?:s|ed|ing)?\s+by\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){{0,2}}{_ANIMAL}|"
    rf"an?\s+(?:[\w-]+\s+)?{_ANIMAL}\s+(?:that\s+|which\s+)?(?:had\s+)?"
    rf"(?:attack(?:s|ed|ing)?|killed|injured)|{_OFF_WORK}|{_OTHER_DEEDS}|{_NOT_MEANT}|{_OF_CRITICS})\b|{_IN_WORDS}"
)
BY_ACCIDENT = caseless(
    r"\b(?:earthquakes?|volcan(?:o|oes|ic)|tsunamis?|landslides?|mudslides?|avalanches?|"
    r"tornado(?:es)?|hurricanes?|typhoons?|cyclones?|"
    r"(?:boiler|furnace|transformer|stove|pressure\s+cooker|cooking\s+gas)s?\b[^.;]{0,60}?"
    r"\bexplo(?:ded|des|ding|sions?))\b"
)
_VEHICLES = (
    r"(?:buses|bus|coach(?:es)?|trucks?|lorr(?:y|ies)|cars?|vans?|minibus(?:es)?|trains?|trams?|boats?|"
    r"ferr(?:y|ies)|ships?|tankers?|planes?|vehicles?|motorcycles?)"
)
CRASH = caseless(
    r"\b(?:fell|plunged|plummeted|veered|skidded|swerved|tumbled|rolled|careered|careened)\s+(?:\w+\s+)?"
    r"(?:into|off|down|over)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}?(?:ravine|gorge|river|canal|ditch|valley|"
    r"cliff|lake|bridge|embankment|precipice|gully|road|sea)\b|"
    rf"\b{_VEHICLES}\s+(?:\w+\s+){{0,6}}?(?:collided|derailed|overturned|capsized|crashed)\b|"
    r"\bcollided\s+(?:head-on\s+)?with\b|\bcaps(?:ized|izing)\b|"
    rf"\b(?:road|traffic|{_VEHICLES})\s+(?:accident|crash|collision|derailment)s?\b|"
    r"\bgas\s+leaks?\b|\bshort[\s-]circuit|\belectrical\s+fault|\bstruck\s+by\s+lightning\b"
)
"""What befalls without anybody's will, unless somebody is told to be behind it."""
BEHIND_IT = caseless(
    r"\b(?:gunm[ae]n|militants?|rebels?|insurgents?|terrorists?|attack\w*|bandits?|robbers?|hijack\w*|"
    r"sabotag\w*|blown|deliberate\w*|ramm(?:ed|ing)|ambush\w*|mines?|explosives?|pedestrians|crowds?)\b"
)
IN_THE_AIR = caseless(r"(?:\s+\w+){0,3}\s+(?:in|into)\s+the\s+air\b")
CROWD = re.compile(
    r"\b(?:protest\w*|demonstrat\w+|riot\w*|marchers|rally|rallies|fans|supporters|students|"
    r"migrants|worshipp?ers|hooligans|strikers)\b",
    re.IGNORECASE,
)
POLICE = re.compile(
    r"\b(?:police|officers?|detectives|agents|immigration|anti-narcotics|fbi|customs|deputies|"
    r"prosecutors|gendarmes)\b",
    re.IGNORECASE,
)
ARREST = re.compile(
    r"\b(?:arrest\w*|detain\w*|detention|warrants?|round(?:ed)? up|custody|search(?:ed|es)?|"
    r"seiz\w+|confiscat\w+|drugs?|narcotics|evidence)\b",
    re.IGNORECASE,
)
FORCE = re.compile(
    r"\b(?:kill\w*|shot|shoot\w*|fire|dead|died|wound\w*|injur\w*|clash\w*|explo\w+)\b",
    re.IGNORECASE,
)
TO_A_CALL = re.compile(
    r"(?:\s+[\w.,:]+){0,9}?\s+to\s+(?:an?\s+|the\s+|multiple\s+|several\s+|\d+\s+)?"
    r"(?:[\w'’-]+\s+){0,2}?"
    r"(?:calls?|reports?|scene|homes?|house|residence|apartment|blocks?|hospital|incident|"
    r"disturbance|shootings?|shots?|alarm|emergency|911|\d+)\b",
    re.IGNORECASE,
)
_SERVICES = (
    r"(?:police(?:m[ae]n)?|officers?|deput(?:y|ies)|troopers?|constables?|sheriffs?|detectives|cops|"
    r"authorities|medics|paramedics|ambulances?|firefighters|firem[ae]n|crews?|rescuers|rescue\s+workers|"
    r"bomb\s+squad|swat\s+team|(?:emergency|medical|fire)\s+(?:services?|workers|personnel|department|"
    r"teams?|units?))"
)
CALLED_OUT = caseless(
    rf"\b{_SERVICES}\b(?:[’']s?)?(?:\s+[\w-]+){{0,3}}?\s+respond(?:ed|s|ing)?\b"
    r"(?!\s+(?:\w+ly\s+)?(?:with|by)\b)|"
    rf"\bresponding\s+(?:[\w-]+\s+)?{_SERVICES}\b"
)
"""Those who come when they are called: no attack is answered."""
EXERCISE = caseless(
    r"\b(?:during|in|as\s+part\s+of|at|held|staged|conducted|began)\s+(?:(?:the|an?|its|their|joint|annual|"
    r"naval|military|air|live[\s-]fire|planned|routine|large-scale|two-day|\w+-day)\s+){0,4}"
    r"(?:exercises?|drills?|manoeuvres|maneuvers|war\s?games?)\b"
)
"""Where shots are fired and charges set off at nobody."""
