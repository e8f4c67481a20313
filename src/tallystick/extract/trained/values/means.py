"""Weapons by words that name one only in their place: "beat him with **clubs**", "**acid**".

No list can have such words: a brick is none but where it was thrown. Where the network holds
that words tell of the means of an attack, only what sort remains to be said.
"""

from __future__ import annotations

from tallystick.model.document import Span
from tallystick.vocab.caseless import caseless

__all__ = ["means_of"]

_BOMBERS = caseless(
    r"(?:suicide\s|lone\s|single\s)(?:bombers?|attackers?)\b|"
    r"\b(?:bl[eo]wn?|blowing)\s(?:him|her|them)sel(?:f|ves)\sup\b|^bombers?$"
)
_CAR = (
    r"\b(?:cars?|trucks?|vans?|lorry|lorries|minibus|taxi|vehicles?|pick-?ups?|motor(?:cycle|bike)s?|"
    r"tankers?|ambulances?|jeeps?|suvs?)\b"
)
_CARS = caseless(_CAR)
_BLOWN = caseless(
    r"\b(?:bl[eo]wn?|blowing|went|set|setting)\s(?:up|off)\b|explo|detonat|laden|packed"
)
_SUICIDE = caseless(r"\bsuicide|\b(?:him|her|them)sel(?:f|ves)\b|\bthe\sbombers\b|\bmartyr")
_DRIVEN = caseless(
    r"\b(?:drove|driving|detonat\w+|ramm\w+|bl[eo]w(?:ing)?\sup|crash\w+|packed|in)\s"
    rf"(?:an?|his|her|the|their)\s(?:[\w-]+\s){{0,2}}?{_CAR}"
)
_SORTS = (
    ("dynamite", caseless(r"\bdynamite\b|\btnt\b")),
    ("ied", caseless(r"\b(?:gas\s)?(?:cylinders?|canisters?)\b|\bpressure\scookers?\b|"
                     r"\b(?:home-?made|improvised|crude)\s(?:[\w-]+\s)?devices?\b")),
    ("bomb", caseless(r"\b(?:parcels?|packages?|suitcases?|devices?|charges?|"
                      r"explosives?)\b")),
    ("chemical", caseless(r"\b(?:acid|ammonia|toxic|pesticide)\b")),
    ("incendiary", caseless(r"\b(?:petrol|gasoline|kerosene|paraffin|fuel|torch(?:es)?)\b")),
    ("stone", caseless(r"\b(?:bricks?|rocks?|stones?|boulders?|cobbles?|cobblestones?|paving)\b")),
    ("blunt", caseless(r"\b(?:clubs?|hammers?|sticks?|batons?|(?:iron|steel|metal)\s(?:bars?|rods?|"
                       r"pipes?)|crowbars?|bats?|poles?|planks?|rifle\sbutts?|umbrellas?|mallets?|"
                       r"shovels?|fists?|bottles?)\b")),
    ("knife", caseless(r"\b(?:hacked|slashed|stabbed|slit|blades?|razors?|scissors|"
                       r"screwdrivers?|scythes?|lances?|arrows?|chisels?)\b")),
    ("warship", caseless(r"\b(?:submarines?|frigates?|corvettes?|destroyers?|gun\s?boats?|"
                         r"patrol\s(?:boats?|craft)|torpedo(?:es)?|navy|fleet|flotilla)\b")),
    ("armored_vehicle", caseless(r"\b(?:armou?r|armou?red\s(?:cars?|columns?|units?))\b")),
    ("artillery", caseless(r"\b(?:batter(?:y|ies)|gunners?|cannonade|field\sguns?)\b")),
    ("drone", caseless(r"\baerial\s(?:object|vehicle|device|target)s?\b")),
)  # fmt: skip
_MODEL = caseless(r"\b(?:ov|an|il|tu|jf|fa|aj|mb|pc|l|c)-\d{1,3}\w?\b")


def means_of(text: str, span: Span, sentence: Span) -> str | None:
    """The type of weapon that words say was used; ``None`` where they name none.

    A car is a bomb where the sentence has it blow up, else a ram.
    """
    words = span.of(text)
    if _CARS.search(words):
        if _SUICIDE.search(text, sentence.start, sentence.end):
            return "suicide_car_bomb"
        return "car_bomb" if _BLOWN.search(text, sentence.start, sentence.end) else "vehicle"
    if _BOMBERS.search(words):
        driven = _DRIVEN.search(text, sentence.start, sentence.end)
        return "suicide_car_bomb" if driven else "suicide_vest"
    if _MODEL.search(words):
        return "aircraft"
    return next((sort for sort, told in _SORTS if told.search(words)), None)
