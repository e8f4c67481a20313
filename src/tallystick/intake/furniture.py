"""What stands around an account on a page: stamps, bylines, buttons, links, comments."""

from __future__ import annotations

import re

from tallystick.intake.patterns import any_of
from tallystick.intake.pictures import cites
from tallystick.vocab.calendar import MONTH_PATTERN, WEEKDAY_PATTERN, stamp_date
from tallystick.vocab.pattern import Pattern

_I = re.IGNORECASE

_STAMP_WORD = any_of(
    r"(?:first |last |originally )?(?:updated?|posted|published|modified|issued|released|filed)"
    r"(?: (?:on|at))?",
    "date of publication",
    "publication date",
    "date",
)
_DAY = rf"(?:{WEEKDAY_PATTERN},?\s*)?" + any_of(
    rf"\d{{1,2}}(?:st|nd|rd|th)?[\s.-]{MONTH_PATTERN},?[\s-]?\d{{4}}",
    rf"{MONTH_PATTERN}\s*\d{{1,2}}(?:st|nd|rd|th)?,?\s?\d{{4}}",
    r"\d{1,2}[./-]\d{1,2}[./-]\d{4}",
    r"\d{4}-\d\d-\d\d",
)
_CLOCK = any_of(
    r"\d{1,2}[:.h]\d\d(?::\d\d)?",
    r"\d{1,2}(?=\s?[ap]\.?m)",
    r"[0-2]\d[0-5]\d(?=\s?(?:GMT|UTC|hrs|\)))",
)
_ZONE = r"(?:\s?\(?(?:GMT|UTC|[A-Z]{1,3}[SD]?T|KSA)\b(?:[+-]\d{1,2})?\)?)"
_TIME = (
    rf"(?:,?\s*(?:at |[A-Z]{{2,4}} )?{_CLOCK}(?:\s?[ap]\.?m\b\.?)?{_ZONE}?"
    r"(?:\s?-\s?GMT \d{1,2}:\d\d)?)"
)
#: A stamp of publication or change: a day, perhaps with the hour, perhaps two.
STAMP = (
    rf"(?:{_STAMP_WORD}\s*[:|–-]?\s*)?{_DAY}{_TIME}?"
    rf"(?:\s?\((?:last )?updated?:?(?: \d{{4}})? {_DAY}{_TIME}?\)|\))?"
)
_STAMP_LINE = Pattern(rf"\W*{STAMP}(?:[\s|·•,–-]*{STAMP})*[^\w.]*.{{0,20}}", _I)

_CAPITALISED = r"[A-ZÀ-ÞŠŽ][\w.'’-]*"
PERSON = (
    rf"{_CAPITALISED}(?: (?:(?:al|el|bin|ibn|de|del|van|von|da|dos)[ -])?{_CAPITALISED}){{0,3}}"
)
_BYLINE = Pattern(
    any_of(
        r"(?:(?:Written |Reporting |Reported |Posted |Story )?[Bb][Yy]|[Aa]uthors?:)\s*:?\s*"
        rf"{PERSON}(?:(?:,| and| &|,? in| for)? {PERSON}){{0,4}}(?:\s?[/|,;–-].{{0,80}})?",
        rf"{_CAPITALISED}(?: {_CAPITALISED}){{1,3}}\s?[/|]\s?"
        rf"{_CAPITALISED}(?: {_CAPITALISED}){{0,4}}",
        r"(?:[Oo]ur |[Aa] )?[Ss]taff (?:[Ww]riter|[Rr]eporter|[Cc]orrespondent)s?",
    )
)

_COMMENTS_HEADING = Pattern(
    any_of(
        r"(?:\d+ )?(?:(?:reader|leave|post|add|view|show|all|your|write)(?: a| all| \d+)? )?"
        r"comments?(?: \(?\d+\)?| section| policy)?",
        "join (?:the )?(?:conversation|discussion)",
        "leave a reply",
        "have your say",
        "discussion",
        "comentarios",
        "commentaires",
        "kommentare",
        "التعليقات",
        "تعليقات",
    ),
    _I,
)
_COMMENTS_LINE = Pattern(
    r"\b"
    + any_of(
        r"(?:moderat|approv|edit|remov|delet|reject)\w* (?:all |any |your |the )?comments?\b",
        r"issues? with commenting\b",
        r"comment(?:ing|s)? (?:policy|guidelines|rules|section)\b",
        r"community (?:standards|guidelines)\b",
        r"comments? (?:that|which) (?:do not|don['’]t|violate|contain)\b",
        r"comments (?:are|have been) (?:closed|disabled|moderated)\b",
        r"(?:log in|sign in|register) to (?:post a )?comment\b",
        r"comment via\b",
        r"opinions expressed in (?:the )?comments\b",
        r"post(?:ing)? a comment\b",
    ),
    _I,
)
_BUTTON = any_of(
    "share", "tweet", "print", "email", "e-mail", "save", "whatsapp", "facebook", "twitter",
    "telegram", "copy(?: link)?", "link", "views?", "like", "pin", "reddit", "linkedin",
    "instagram", "youtube", "messenger", "comments?",
)  # fmt: skip
_BUTTON_NEXT = any_of(
    _BUTTON, "this", "article", "story", "page", "on", "via", "by", "x", r"\d[\d,.]*k?"
)
_BOILERPLATE_LINE = Pattern(
    any_of(
        r"powered by .{0,60}",
        r"(?:machine|automated|automatic(?:ally)?) translat\w+.{0,40}",
        rf"{_BUTTON}(?:[\s|/,•·:-]+{_BUTTON_NEXT})*",
        r"\d[\d,.]*k? (?:shares?|views?|likes?|comments?|reads?)",
        r"get short url.{0,20}",
        r"listen to (?:this )?(?:article|story).{0,30}",
        r"(?:\d+ min(?:ute)?s? read|estimated reading time.{0,20})",
        r"(?:advertisement|sponsored(?: content)?|loading\W*|back to top|play video.{0,20})",
        r"(?:skip (?:to|past)|story continues|article continues|scroll (?:down|to)).{0,40}",
        r"(?:tags?|topics|keywords|filed under|categor(?:y|ies))\s?:.{0,140}|tags?|topics",
        r"our standards:.{0,80}",
        r".{0,60}all rights reserved.{0,60}",
        r"(?:copyright|©|\(c\) ?\d{4}).{0,120}",
        r"\W+|\d{1,6}",
    ),
    _I,
)
_BOILERPLATE_START = Pattern(
    any_of(
        r"(?:please )?sign(?:ed)? up (?:for|to) (?:our|the|receive|get)\b",
        r"subscribe (?:to|for|now)\b",
        r"(?:follow|like|join|find|visit|contact) (?:us|our)\b",
        r"follow .{2,40} on (?:twitter|facebook|x|telegram|instagram|whatsapp|youtube)\b",
        r"download (?:our|the) .{0,30}app\b",
        r"get (?:our|the) .{0,40}(?:newsletter|app)\b",
        r"get (?:the )?latest (?:news|headlines|updates)\b",
        r"we use cookies|this (?:site|website|page) uses cookies|accept (?:all )?cookies",
        r"(?:please )?enable javascript|your browser",
        r"(?:have|got) a (?:news )?tip\b",
        r"click here\b",
        r"(?:support|donate to) (?:our|independent) journalism",
        r"by (?:clicking|subscribing|signing up)",
        r"this (?:article|story|post) (?:was|is|has been) (?:originally |first |also )?"
        r"(?:published|translated|republished)",
        r"(?:for )?more (?:news|stories|updates),? (?:from|visit|follow)\b",
        r"(?:privacy|cookie) policy|terms (?:of (?:use|service)|and conditions)",
    ),
    _I,
)
_TEASER = Pattern(
    any_of(
        "read(?: more| also| next| this)?", "also read", "see (?:also|more)",
        "watch(?: more| also| now| live)?", "listen",
        "related(?: news| stories| articles| topics| content| coverage| posts)?",
        "more (?:on (?:this|the) (?:story|topic)|stories|news|from .{2,40})",
        "recommended(?: for you)?", "you may (?:also )?like", "don['’]t miss", "must read",
        "most (?:read|popular|viewed)", "trending(?: now)?", "latest (?:news|stories)",
        "editor['’]?s['’]? picks?", "in (?:pictures|photos)", "photos", "gallery", "video",
        "explainer", "in case you missed it", "leer más", "lea también", "(?:à )?lire aussi",
        "اقرأ أيضا", "إقرأ أيضا",
    )
    + r"(?:\s*[:|»>–—-].*)?",
    _I,
)  # fmt: skip
_HOOK = Pattern(r"[A-Z][A-Z’'-]{2,}(?: [A-Z’'-]+){0,3}\s?[:|–—]\s\S")


def is_stamp(text: str) -> bool:
    """A block that is a stamp: "Updated: January 01, 2024, 1:35 PM"."""
    return len(text) <= 160 and bool(_STAMP_LINE.fullmatch(text)) and stamp_date(text) is not None


def is_byline(text: str) -> bool:
    """A block that names the writer: "By Ann Lee", "Ann Lee / The Paper"."""
    return len(text) <= 140 and bool(_BYLINE.fullmatch(text))


def is_boilerplate(text: str) -> bool:
    """A block of the site's own: buttons, newsletters, rights."""
    if len(text) <= 200 and _BOILERPLATE_LINE.fullmatch(text):
        return True
    return len(text) <= 300 and bool(_BOILERPLATE_START.match(text)) and not cites(text)


def is_comments_heading(text: str) -> bool:
    """A heading from which on readers speak, or the site speaks of what they may say."""
    return len(text) <= 45 and bool(_COMMENTS_HEADING.fullmatch(text.rstrip(" :.")))


def is_comments(text: str) -> bool:
    """A block on how to comment, or on what becomes of comments."""
    return len(text) <= 400 and bool(_COMMENTS_LINE.search(text)) and not cites(text)


def is_teaser(text: str) -> bool:
    """A block that sends the reader to other articles in so many words."""
    return len(text) <= 200 and bool(_TEASER.fullmatch(text))


def is_hook(text: str) -> bool:
    """A heading with a word in capitals before it: "WATCH: The day after the strike"."""
    return bool(_HOOK.match(text)) and not text.isupper() and not text.endswith(".")
