"""Sites that a text tells by what they are, not by name: "a mosque", "outside a police station".

They have no point and no entry in any list, and one is not another of the same words: the name
is the words themselves, in lower case, and :attr:`tallystick.model.values.Place.is_described`
tells them from names.
"""

from __future__ import annotations

from tallystick.extract.places.mention import PlaceMention
from tallystick.model.document import Span
from tallystick.model.values import Place, PlacePrecision
from tallystick.vocab.caseless import caseless

__all__ = ["HEADS", "described"]

_LONG = 60  # characters of such words before their noun
HEADS = (
    r"(?:air ?port|air ?field|air ?base|base|barracks|outpost|post|check ?point|check ?post|camp|"
    r"garrison|headquarters|depot|compound|bunker|prison|jail|court ?house|palace|ministry|"
    r"parliament|(?:town|city|village|prayer|dance|wedding) hall|"
    r"lodge|hostel|guest ?house|ranch|quarry|shipyard|toll ?gate|lighthouse|"
    r"station|academy|embassy|consulate|"
    r"refinery|plant|substation|(?:oil|gas) ?field|dam|terminal|port|harbou?r|bridge|crossing|"
    r"hospital|clinic|(?:medical|health|shopping) cent(?:re|er)|dispensary|medical point|school|"
    r"university|college|kindergarten|madrasa|seminary|campus|dormitory|orphanage|institute|library|mosque|church|"
    r"cathedral|synagogue|temple|shrine|monastery|convent|chapel|cemetery|graveyard|market|"
    r"market ?place|bazaar|souk|mall|supermarket|hotel|restaurant|caf[eé]|shop|store|bank|factory|"
    r"warehouse|offices?|nightclub|bar|pub|bakery|farm|plantation|club|theat(?:re|er)|"
    r"amphitheat(?:re|er)|cinema|stadium|gymnasium|pharmacy|workshop|sawmill|mill|barber ?shop|"
    r"garage|laundromat|house|home|apartment|residence|villa|farmhouse|building|"
    r"parking (?:lot|garage)|motel|trailer|mobile home|"
    r"car park|playground|park|square|yard|back ?yard|garden|courtyard|intersection|orchard|"
    r"vineyard|museum|castle|quay|pier|jetty|bus stop|refugee camp|archaeological site)"
)
_ROOMS = (  # told as whose or which they are; "the basement" is one of a site that is named
    r"(?:kitchen|bedroom|bathroom|(?:living|dining|sitting|hotel|dormitory) room|hallway|stairwell|"
    r"basement|cellar|porch|balcony|drive ?way|sidewalk|pavement|alley|alley ?way)"
)
_NO_PART = (  # of such words: they begin others, or a clause
    r"(?:an?|the|his|her|their|of|at|in|on|near|by|to|from|and|or|with|who|that|which|was|were|"
    r"outside|inside|behind|around|had|has|have|housing|hit|struck)\s"
)
_MORE = (  # where it only tells what sort of persons, body or vehicle is meant
    r"\s(?:bus|van|truck|car|agency|company|firm|official|guard|worker|staff|director|chief|"
    r"manager|owner|teacher|principal|spokes|source|employee|patrol|team|crew|union)"
)
_SITE = caseless(
    rf"\b(?:(?:an?|another|his|her|its|their|our|your|my)\s|the\s(?!(?:{_ROOMS}|{HEADS})\b))"
    rf"(?:(?!{_NO_PART})[\w’'-]+\s){{0,4}}?(?:{_ROOMS}|{HEADS})(?:\s{HEADS}){{0,2}}\b(?!['’-]|{_MORE})"
)


def described(text: str, tagged: Span) -> PlaceMention | None:
    """The site in a stretch that is told to be a place; ``None`` where its words name none.

    "near a crowded bus station" is "a crowded bus station"; "the town", which goes back to one
    that is named, and "Zobrak hospital", which is a name, are none.
    """
    start = max(tagged.start - _LONG, 0)
    for found in _SITE.finditer(text, start, min(len(text), tagged.end + _LONG)):
        span = Span(*found.span())
        if not span.overlaps(tagged):
            continue
        words = " ".join(span.of(text).split())
        if words == words.lower() or words == words.upper():
            return PlaceMention(span, Place(words.lower(), PlacePrecision.SITE))
    return None
