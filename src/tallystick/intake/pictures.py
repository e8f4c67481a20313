"""Captions and credits: the words that stand by pictures, and those who took them.

The patterns speak of the manners of agencies and papers ("A picture taken on …", "(AP
Photo/…)", "…/AFP via Getty Images"). Each is written to miss rather than to take a sentence
of the account for a caption: whatever cites somebody in the past tense is account.
"""

from __future__ import annotations

import re

from tallystick.intake.patterns import any_of
from tallystick.vocab.pattern import Pattern

_LONGEST_CAPTION = 700
_LONGEST_CREDIT = 110

#: Agencies, photo agencies, collections and services as credits name them.
AGENCY = any_of(
    "The Associated Press", "Associated Press", "Agence France-Presse", "AFPTV", "AFP", "AP",
    "Thomson Reuters", "REUTERS", "Reuters", "EPA(?:-EFE)?", "ACAN-EFE", "EFE", "UPI", "DPA",
    "dpa", "ANSA", "TASS", "Tass", "RIA Novosti", "Novosti", "Sputnik", "Interfax", "Xinhua",
    "Kyodo", "Yonhap", "PTI", "ANI", "IANS", "IRNA", "ISNA", "IRIB", "Tasnim", "Fars", "Mehr",
    "WANA", "SANA", "ANHA", "Petra", "KUNA", "QNA", "WAM", "SPA", "MENA", "NNA", "IHA", "DHA",
    "Anadolu(?: Agency| Images)?", "AA", "Getty(?: Images)?", "iStock", "Shutterstock",
    "Alamy(?: Stock)?", "Bloomberg", "NurPhoto", "(?:Zuma|ZUMA)(?: Press| Wire)?",
    "(?:Sipa|SIPA)(?: USA)?", "Corbis", "Magnum", "Polaris", "[Pp]icture [Aa]lliance",
    "PA(?: Wire| Media| Images)?", "(?:Maxar|MAXAR)(?: Technologies)?", "Planet Labs(?: PBC)?",
    "NASA", "CENTCOM", "Centcom", "IDF", "DVIDS", "Flickr", "TRT ?World", "Telegram",
    "(?:US|U\\.S\\.) (?:Army|Navy|Air Force|Marine Corps|Central Command|Department of Defense)",
    "[Ss]ocial media", "[Hh]andout", "HANDOUT", "[Ss]creengrab", "[Ss]creenshot",
)  # fmt: skip
_AGENCIES = rf"{AGENCY}(?:(?:/|, | and |, and ){AGENCY})*(?:,? and agencies)?"
_WORD = r"[^\W\d_][\w.'’-]*"
_NAME = rf"{_WORD}(?: {_WORD}){{0,4}}"
_NAMES = r"(?:(?:[A-ZÀ-Þ@][\w.'’-]*|via|for|and|of|the)[\s,/|]*){1,8}"
_MEDIUM = r"(?:file |stock |handout )?(?:photo(?:graph)?s?|pictures?|images?|video|illustration)"
_SOURCE_WORD = rf"(?i:{_MEDIUM}(?: (?:by|from|credit|courtesy(?: of)?))?|credits?|courtesy(?: of)?)"
_AFTER_AGENCY = any_of(
    r"\s?(?:Photos?|Images|Pictures|News|Agency|[Ff]ile|\d{4})\b",
    rf"\s?[/|,–-]\s?{_NAME}",
    rf",? (?:[Vv]ia|VIA|[Aa]nd) (?:{AGENCY}|[Aa]gencies)",
)
_CREDIT = rf"(?:{_NAME}\s?[/|]\s?|{_NAME}, )?{AGENCY}{_AFTER_AGENCY}{{0,4}}"
_CREDIT_LINE = Pattern(
    any_of(
        rf"[(\[|©–—-]*\s*(?:{_SOURCE_WORD}\s?[:/–-]?\s*)?(?:©\s?)?"
        rf"{_CREDIT}[\s,]*(?:[Ff]ile)?[)\].]*",
        rf"[(\[]?{_SOURCE_WORD}\s?[:/]\s?{_NAMES}[)\].]*",
        rf"[(\[]?(?i:{_MEDIUM}) by {_NAME}(?: for {_NAME})?[)\].]*",
    )
)
#: A credit at the end of a block of the kind that only pictures carry.
_PHOTO_CREDIT_END = Pattern(
    r"(?:^|[(\[|\s.–—-])\s*"
    + any_of(
        rf"\S+\s?[/|]\s?{AGENCY}"
        rf"(?:[\s,/|-]+(?:[Vv]ia |[Ff]ile\b|Photos?\b|Images\b|{AGENCY}|{_NAME})){{0,4}}",
        rf"{AGENCY}\s?[/|]\s?{_NAME}(?:[\s,/|]+[Ff]ile)?",
        rf"{AGENCY} (?:[Ff]ile )?(?:[Pp]hotos?|[Pp]ictures?|[Ii]mages?)\b[^.]{{0,60}}",
        r"(?:via )?Getty(?: Images)?(?:[\s,]+[Ff]ile)?",
        r"(?i:photo(?:graph)?s?|pictures?|images?|credit)\s?:\s?[^.:]{2,60}",
        r"(?i:photo(?:graph)?s?|pictures?|images?) (?:by|courtesy of) [^.]{2,60}",
    )
    + r"\s*[)\].]*\s*$"
)
_AGENCY_END = Pattern(rf"(?:[.!?”\"]\s|[(\[–—|])\s*[(\[–—|-]*\s*{_AGENCIES}\s*[)\]]?\.?\s*$")
#: The report's own credit at its end: "--Reuters", "(With AFP and AP)", "Source Reuters".
WIRE_CREDIT_END = any_of(
    rf"(?:--|[–—])\s?{_CREDIT}\W*$",
    r"\((?:[Ww]ith |[Ww]ith (?:reporting|inputs?) (?:by|from) |[Ff]rom |[Ss]ources?: )?"
    rf"{_AGENCIES}\)\W*$",
    rf"(?<=[.”\"]) Sources?:? {_AGENCIES}\W*$",
    r"\(Sources?: [^()]{3,60}\)\W*$",
)
#: A picture's credit amid a flattened article.
INLINE_CREDIT = Pattern(
    any_of(
        r"\(\s?(?i:(?:file |handout )?(?:photo|picture|image)s?)\s?(?:by|:|/)?\s?"
        rf"{AGENCY}[^()]{{0,40}}\)",
        rf"\(\s?{AGENCY}\s?(?i:(?:file )?(?:photos?|images?|pictures?)|file)[^()]{{0,50}}\)",
        rf"\([^()]{{2,50}}/\s?{AGENCY}[^()]{{0,40}}\)",
        r"\((?i:file|handout|file photo|handout photo)\)",
        r"\b(?:REUTERS|EPA|AFP|AP Photo|AP|SIPA|Sipa)/[A-Z][\w.'’-]+"
        r"(?:(?<!Stringer)(?<!Handout) (?!(?:The|An?|In|At|On|It|He|She|They|We|But|This)\b)"
        r"(?:(?:al|el|bin)[ -])?[A-Z][\w.'’-]+)?(?:/(?:Files?|Handout|Pool))?",
        r"\b[A-Z][\w.'’-]{1,40}(?: [A-Z][\w.'’-]{1,40}){0,2}/"
        r"(?:AFP|AP|REUTERS|Reuters|EPA|Anadolu)\b"
        r"(?:(?: via |/)Getty(?: Images)?|/File)?",
    )
)
#: An agency in brackets amid a flattened article, where no sentence ends.
INLINE_AGENCY = Pattern(
    rf"\({AGENCY}(?:(?:/|, | and |,? )(?:{AGENCY}|[Aa]gencies))*\)(?=\s+[A-Z“\"])"
)

_PHOTO = any_of(
    "photo(?:graph)?", "picture", "image", "still", "frame ?grab", "video ?grab", "screen ?grab",
    "screenshot", "handout",
)  # fmt: skip
_WORDS = r"(?:[\w.,’'-]+ ){0,9}?"
_CAPTION_START = Pattern(
    any_of(
        r"[(\[]?(?:file|archive|stock|handout|undated)?\s?"
        rf"{_PHOTO}s?(?: credit| caption)?\s*[:–—|]",
        r"file\s?[:/–—|-]",
        r"pictured(?: here| above| below)?\b",
        r"caption\s?:",
        rf"[(\[]?file {_PHOTO}\b",
        rf"(?:in )?this {_WORDS}{_PHOTO},?\s"
        r"(?:from|taken|released|provided|obtained|made|shows?|by|\S+,)",
        rf"in (?:this|an?|the) {_WORDS}{_PHOTO}\b",
        rf"(?:file/ ?)?an? (?:[\w-]+ ){{0,3}}?{_PHOTO} "
        r"(?:taken|released|provided|obtained|made available)\b",
        r"(?:file/ ?)?an? (?:general|aerial) view\b",
    ),
    re.IGNORECASE,
)
_CAPTION_INSIDE = Pattern(
    any_of(
        rf"\b(?:seen|shown|pictured) (?:here )?in (?:this|an?|the) {_WORDS}{_PHOTO}\b",
        r"\bfile (?:photo|picture|image)\b",
        r"\((?:file|pictured(?: above| left| right| below)?)\)",
        r"\bpictured (?:above|here|left|right|on)\b",
    ),
    re.IGNORECASE,
)
_CITES = Pattern(
    r"\b(?:said|told|added|reported|confirmed|announced|according to|claimed|denied|showed|stated"
    r"|says)\b",
    re.IGNORECASE,
)


def is_credit(text: str) -> bool:
    """Whether a block is a credit and nothing else: "Ann Lee/AFP", "Photo: EPA"."""
    return len(text) <= _LONGEST_CREDIT and bool(_CREDIT_LINE.fullmatch(text))


def is_caption(text: str) -> bool:
    """Whether a block is a picture's caption by its own words or its credit."""
    if len(text) > _LONGEST_CAPTION:
        return False
    if _PHOTO_CREDIT_END.search(text, max(0, len(text) - 130)):
        return True
    inside = len(text) <= 400 and _CAPTION_INSIDE.search(text)
    return bool(inside or _CAPTION_START.match(text)) and not cites(text)


def ends_in_agency(text: str) -> bool:
    """Whether an agency's name stands at the end: a picture's credit, or the report's own."""
    return bool(_AGENCY_END.search(text, max(0, len(text) - 80)))


def cites(text: str) -> bool:
    """Whether somebody is cited: the account does that, captions hardly ever do."""
    return bool(_CITES.search(text))
