"""Words by which a text, or a sentence of it, is known to tell of no attack.

A blank in a pattern stands for any run of blanks. No pattern nests one open repetition in another.
"""

from __future__ import annotations

from tallystick.vocab.caseless import Caseless, caseless
from tallystick.vocab.pattern import Pattern

__all__ = [
    "ACCIDENT",
    "ACTED",
    "ARMED",
    "ARMS",
    "BEAST",
    "CONTROLLED",
    "DRILL",
    "FOUGHT",
    "GAME",
    "HACK",
    "HEALTH",
    "HOSTILE",
    "HURT",
    "MARKET",
    "MISHAP",
    "PAST",
    "PLOT",
    "PRESENT",
    "RULED_OUT",
    "SURE_MISHAP",
    "UNTRUE",
    "WALKOUT",
]


def _any(*patterns: str) -> str:
    return "|".join(patterns)


def _cue(*patterns: str) -> Caseless:
    """Whole words of any of the patterns."""
    return caseless(rf"\b(?:{_any(*patterns)})\b".replace(" ", r"\s+"))


# ------------------------------------------------------------------ accidents, disasters

_VEHICLE = (
    r"(?:bus|coach|minibus|lorry|truck|van|train|tram|ferry|boat|ship|plane|aircraft|airliner|jet|"
    r"helicopter|vehicle|carriage|taxi|tanker|car)(?:e?s)?"
)
_NATURE = _any(
    r"(?:earth)?quakes?|aftershocks?|volcan(?:o|oes|ic)|tsunamis?|landslides?|mudslides?",
    r"avalanches?|tornado(?:es)?|hurricanes?|typhoons?|cyclones?|blizzards?|flash floods?",
    r"floodwaters?|monsoon rains?|(?:struck|killed|hit) by lightning|lightning (?:bolts?|strikes?)",
    r"(?:forest|bush|wild)[ -]?fires?|heat ?waves?|cold (?:snaps?|waves?)",
)
_ON_THE_WAY = _any(
    rf"{_VEHICLE} (?:\w+ ){{0,4}}?(?:collid(?:ed|es|ing)|overturn(?:ed|s)|skidded|derail(?:ed|s)|"
    r"capsiz(?:ed|es)|ran aground|jumped the (?:rails|tracks)|left the (?:road|track|runway)|"
    r"(?:sank|sinks|sunk|went down) in (?:an? |the )?(?:\w+ )?(?:seas?|storm|weather|waves)|"
    r"(?:plung(?:ed|es|ing)|fell|falls|rolled|ran|slid) (?:\w+ ){0,3}?(?:into|off|down|over) "
    r"(?:an? |the )?(?:\w+ )?(?:ravine|gorge|river|canal|valley|cliff|road|lake|bridge|bank))",
    r"(?:road|traffic|car|bus|train|plane|motorway|highway) (?:accidents?|crash(?:es)?)",
    r"died in (?:\w+ )?crashes|head-on collision|hit by a (?:train|bus|lorry)",
)
_BOILER = (
    r"(?:boiler|furnace|transformer|stove|pressure cooker|cooking gas)s?\b[^.;]{0,60}?"
    r"\bexplo(?:ded|des|ding|sions?)"
)
_PIT = r"(?:mine|shaft|pit|quarry|tunnel|scaffold\w*|crane|grandstand|stadium|roof|dam)"
_BROKE = _any(
    rf"{_PIT} (?:\w+ ){{0,6}}?(?:caved in|collaps(?:ed|es|ing)|gave way|gives way)",
    rf"collapse of (?:an? |the )?(?:\w+ )?{_PIT}|mine collapse|cave-in",
)
_BURST = _any(
    r"gas (?:explosions?|blasts?|leaks?|mains?)|firedamp|coal[ -]dust|fireworks?|firecrackers?",
    r"gas (?:cylinder|bottle|canister)s? (?:\w+ )?(?:explo\w+|blew|burst)",
    r"short[ -]circuit|electrical faults?|faulty wiring|dam (?:\w+ ){0,6}?bursts?|dam bursts?",
    r"batter(?:y|ies) (?:that )?(?:exploded|blew up|burst|caught fire)",
    r"(?:fire|blaze) (?:that )?(?:swept|broke out)",
    r"(?:house|factory|nightclub|hotel|kitchen|warehouse) (?:fire|blaze)",
)
_CRASHED = (
    r"(?:plane|aircraft|airliner|jet|helicopter)s? (?:[\w-]+ ){0,3}?(?:crash(?:ed|es|ing)|"
    r"crash-landed|came down|went down)"
)

SURE_MISHAP = _cue(_NATURE, _ON_THE_WAY, _BOILER)
"""An accident or a disaster, whatever the text is about."""

MISHAP = _cue(_NATURE, _ON_THE_WAY, _BOILER, _BROKE, _BURST, _CRASHED)
"""One, in a text that tells of no fighting."""

ACCIDENT = _cue(
    r"accidents?|accidental(?:ly)?|negligence|human error|technical (?:fault|failure)s?|rescuers?",
    r"rescue teams?|fire (?:service|brigade|department)|safety (?:rules|standards|inspect\w+)",
)
"""What follows an accident; two such words in a text without fighting make one."""

FOUGHT = _cue(
    r"gunm[ae]n|attackers?|assailants?|assassins?|terror\w*|(?:opened|opening|under) fire",
    r"(?:gun ?|ground |hostile |enemy |rocket )fire|shot (?:dead|down|and|at|by|it|them)|downed",
    r"shooting|ambush\w*|bombs?|bombed(?! [^.]{0,40}\bwater\b)|bombings?|bombers?|shells?",
    r"air[ -]?strikes?|air[ -]raids?|shelled|shelling|grenades?|missiles?|rocket-propelled",
    r"drones?(?! (?:pictures|footage|images|video))",
    r"rocket attacks?|mortars?|landmines?|explosive devices?|booby[ -]?trap\w*|sabotag\w+",
    r"(?:hit|struck|ran over|drove over|detonated|laid|planted) (?:an?|the) (?:mine|bomb)|arson\w*",
    r"attack(?:s|ed|ing)?(?! (?:on )?(?:the |a )?(?:blaze|fire|flames|problem))|hostages?",
    r"claim(?:ed|ing|s) (?:\w+ ){0,2}(?:responsibility|down)|took responsibility|kidnapp\w+",
    r"brought (?:it|them) down|brought down (?:an?|the|one|\d+) (?:[\w-]+ ){0,3}?(?:planes?|jets?|"
    r"helicopters?|aircraft)|stabb\w+|murder\w*|massacre\w*|lynch\w+",
    r"hacked to death|beheaded",
    r"deliberate\w*|intentional\w*|on purpose|extremis\w+|into (?:\w+ ){0,3}(?:crowd|pedestrians)",
)
"""An act of violence, or a word of one. What stands before it may rule it out."""

RULED_OUT = caseless(
    r"\b(?:not|no|never|nothing|ruled out|rules out|excluded?|heart|like|practi[sc]\w+|mock|"
    r"rehears\w+|without)(?: [\w’'-]+){0,5} $".replace(" ", r"\s+")
)

# ------------------------------------------------------------------ what is armed all the same

_ARMS = _any(
    r"gunm[ae]n|grenades?|bombs?|bombers?|bombings?|knife|knives|pistols?|rifles?|guns?|gunfire",
    r"machetes?|stabb(?:ed|ing)|shot (?:dead|and)|opened fire on|fired (?:on|at|into)|drones?",
    r"missiles?|rockets?|mortars?|shells?|shelling|air[ -]?strikes?|air[ -]raids?|explosives?",
    r"mines?|soldiers?|troops|rebels|militants|insurgents|guerrillas|fighters|terrorists?",
    r"militia\w*|jihadists?|warships?|warplanes?|kidnapp\w+|abducted|ambush\w*|arson\w*",
    r"armed men",
)
ARMS = _cue(_ARMS)
"""Arms and those who bear them."""

ARMED = _cue(
    _ARMS,
    r"(?:killed|killing|wounded|wounding|injured|injuring) (?:at least )?(?:\d+|two|three|four|"
    r"five|six|seven|eight|nine|ten|dozens|several|an?) \w+",
)
"""These and the hurt, for whom a match or a market has no figure of speech."""

HOSTILE = _cue(
    r"gunm[ae]n|militants|rebels|insurgents|guerrillas|jihadists|attackers|retaliat\w+",
    r"claim(?:ed|ing|s) responsibility|(?:was|were|been) attacked|(?:came|come|coming) under",
)
HURT = _cue(
    r"killed|killing|kills|dead|died|die|wounded|wounding|injured|injuring|injuries|casualties|deaths",
    r"bodies|victims|explosions?|blasts?",
)

# ------------------------------------------------------------------ exercises, tests

DRILL = _cue(
    r"(?:military|naval|joint|live-fire|field|emergency|training|winter|annual|large-scale) "
    r"(?:\w+ )?(?:exercises?|drills?|manoeuvres|maneuvers)",
    r"(?:exercise|drill|manoeuvre|maneuver)s? (?:held|in|off|with|by|was|were|that|on|between)",
    r"[\w-]+-long (?:exercise|drill)|(?:exercise|drill) of (?:its kind|the year)",
    r"in (?:an?|the|its|their) (?:[\w-]+ ){0,2}(?:exercise|drill)s?|joint drills?|war games?",
    r"rehears(?:es|ed|al|ing)|test-?fir\w+|test[ -]launch\w*|test flights?",
    r"(?:second|first) world war (?:bombs?|shells?|mines?)|wartime (?:bombs?|shells?|mines?)",
    r"(?:bombs?|shells?|mines?) (?:\w+ ){0,3}from the (?:second|first) world war",
    r"test of (?:an?|the|its) (?:\w+ ){0,3}(?:missile|rocket|weapon)",
    r"(?:missile|rocket|weapons?|nuclear) tests?|in (?:its|the|a) (?:\w+ )?test",
)
ACTED = caseless(
    r"\b(?:exercise|drill|manoeuvre|maneuver|rehears|practi[sc]ed|practi[sc]ing|simulat|mock\b|"
    r"pretend|played the|as planned|actors?\b|fake|painted|dumm(?:y|ies)\b|blank|umpires?\b)|"
    r"[\"“‘'](?:bombs?|gunm[ae]n|attackers?|terrorists?|wounded|dead|victims?|hostages?|blown up|"
    r"killed|shot|exploded|enem(?:y|ies))[\"”’']"
)
"""What shows that victims and attackers are acted: "a “bomb” went off", "shot dead, as planned"."""

CONTROLLED = _cue(
    r"controlled (?:explosions?|detonations?|blasts?)",
    r"(?:mines?|shells?|ordnance|ammunition|munitions?|explosives|bomb) (?:was|were|is|are) "
    r"(?:safely |then )?(?:blown up|detonated|destroyed)(?: \w+){0,3} (?:in front of|safely|"
    r"in a (?:pit|quarry)|by (?:deminers|sappers|experts|engineers|specialists)|"
    r"before (?:the )?(?:guests|cameras|governor|mayor))",
)

UNTRUE = _cue(r"reports? of [^.;]{3,60} (?:turned out to be|proved (?:false|wrong|unfounded))")

# ------------------------------------------------------------------ films and books

PLOT = _cue(
    r"reviews?|novels?|thriller|films?|movies?|series|directors?|directed|scenes?|screen(?:play)?",
    r"box office|festival|act(?:or|ress|ing)s?|cast|plot|audience|stages?|plays?|theat(?:re|er)",
    r"premi[eè]re|authors?|translation|publisher|chapters?|books?|stars|cinemas?|sequel|camera",
    r"memoirs?|pages|historians?|critics|biography|readers?|soundtrack",
    r"dialogue|characters?|spectators?|first night",
)
PRESENT = _cue(
    r"is|are|has|have|begins?|opens?|starts?|ends?|closes?|kills?|shoots?|murders?|bombs?|attacks?",
    r"strikes?|dies?|follows?|comes?|goes|wants?|blows?|explodes?|falls?|finds?|must|will|hiss",
)
PAST = _cue(
    r"was|were|had|did|died|came|went|took|began|fell|lost|said|told|exploded",
    r"(?:in|on) [\w ]{0,12}?\d{4}",
)

# ------------------------------------------------------------------ trades with words of war

GAME = _cue(
    r"strikers?|goals?|goalkeeper|midfield\w*|half-time|kick-off|derby|league|coach|matches|match",
    r"referee|free kick|penalty kick|quarter-?finals?|semi-?finals?|cup final|innings|wickets?",
    r"bowlers?|batsm[ae]n|touchdown|quarterback|home side|tournament|championship|football|rugby",
    r"cricket|tennis|world cup|relegat\w+|scored|team-?mates?",
)
MARKET = _cue(
    r"shares|stocks?|traders?|investors?|interest rates?|inflation|hedge funds?|bonds?|brokers?",
    r"analysts?|currency|market value|listed companies|index|profits?|dividends?|exporters?",
    r"equities|shareholders?|earnings|quarterly|central bank|markets?",
)
_WORKERS = (
    r"(?:dockers?|dock|workers?|unions?|drivers?|teachers?|nurses?|doctors?|pilots?|crews?|miners?|"
    r"staff|employees|cleaners|postmen|farmers)"
)
WALKOUT = _cue(
    r"on strike(?! (?:missions?|targets?))|to strike (?:over|for)|walk-?outs?|pickets?|picketing",
    rf"{_WORKERS} (?:[\w’'-]+ ){{0,12}}?(?:their|a|the|to extend \w+) (?:[\w-]+ )?strike",
    rf"strikes? (?:by|of) (?:[\w-]+ ){{0,2}}{_WORKERS}|[\w-]+-(?:day|week|month|hour) strike",
    r"strik(?:e|es|ing) (?:over|for) (?:\w+ ){0,3}(?:pay|wages?|jobs?|hours|pensions?|conditions)",
)
HACK = _cue(
    r"hackers|hacker (?:attack|group)s?|malware|ransomware|spyware|phishing|cyber[\w-]*",
    r"hack(?:ed|ing) (?:into|(?:the |its |their )?(?:\w+ )?(?:computers?|websites?|accounts?|"
    r"systems?|servers?|networks?|phones?|e-?mails?))|computer (?:virus|systems?|networks?)",
    r"data breach|denial-of-service",
)

HEALTH = _cue(
    r"cholera|measles|ebola|malaria|influenza|flu|virus|outbreak|epidemic|pandemic|diseases?|cancer",
    r"vaccin\w+|heart attacks?|smoking|tobacco|infections?|air pollution|diabetes",
)

# ------------------------------------------------------------------ animals

_ANIMAL = (
    r"(?:leopards?|tigers?|lions?|lioness|bears?|sharks?|crocodiles?|alligators?|elephants?|wolf|"
    r"wolves|hyenas?|hippos?|hippopotamus|jaguars?|pumas?|cougars?|snakes?|cobras?|bees|hornets|"
    r"wild boars?|jackals?|buffalo(?:es)?|baboons?|monkeys|dogs?|bulls?|orcas?|whales?|wasps)"
)
_MAULS = (
    r"(?:attack(?:ed|s|ing)?|kill(?:ed|s|ing)?|injur(?:ed|es|ing)|maul(?:ed|s|ing)?|trampl(?:ed|es|ing)|bit|bites|"
    r"gored|stung|ramm(?:ed|ing))"
)
BEAST = Pattern(  # in small letters alone: the Tigers are an army
    _any(
        rf"\b(?:[Aa]n?|[Tt]he|two|wild|rogue|stray) (?:[a-z-]+ ){{0,2}}?{_ANIMAL} "
        rf"(?:that |which |has |had |have )?(?:[a-z]+ly )?{_MAULS}\b",
        rf"\b{_MAULS} (?:[\w-]+ ){{0,4}}?by (?:an? |the )?(?:[a-z-]+ ){{0,2}}?{_ANIMAL}\b",
        r"\b(?:gored|mauled)\b",
        rf"\b{_ANIMAL} (?:attacks?|maulings?)\b|\b[Ee]lephants {_MAULS}\b",
    ).replace(" ", r"\s+")
)
