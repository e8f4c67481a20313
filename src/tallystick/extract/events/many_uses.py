"""Words that tell of attacks and of much else: "hit", "clash", "launch", "capture"."""

from __future__ import annotations

from tallystick.vocab.lexicon import EventWord, Strength

__all__ = ["is_loose"]

_LOOSE = (
    Strength.HIT,
    Strength.LAUNCH,
    Strength.EXPLODE,
    Strength.SEIZURE,
    Strength.RESPONSE,
)
_OF_MANY_USES = frozenset(
    ("attack", "target", "assail", "raid", "assault", "onslaught", "strike", "incursion",
     "counterattack", "under attack", "came under attack", "come under attack", "came under fire",
     "come under fire", "explosion", "blast", "barrage", "salvo", "volley", "clash", "skirmish",
     "fierce battle", "fierce battles", "fierce fighting", "heavy fighting", "intense fighting",
     "storm", "storming", "overrun", "hijack", "hijacking", "commandeer", "execute", "eliminate",
     "annihilate", "destroy", "damage", "found dead")
)  # fmt: skip


_UNDER = ("came under", "come under")  # fire from critics


def is_loose(word: EventWord) -> bool:
    """Whether a word tells as often of words, of play or of votes as of force."""
    undergone = word.base.startswith(_UNDER) and not word.base.endswith("gunfire")
    return undergone or word.strength in _LOOSE or word.base in _OF_MANY_USES
