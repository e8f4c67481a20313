"""MUC messages as the bench model sees them: tokens, labels, and candidate strings.

A *candidate* is a string of the message that may fill a role, with all its occurrences. In
training they are the key's own fills, fills of other messages that occur here (good negatives:
"guerrillas" is often no perpetrator), and stretches near the key's fills with wrong ends; when
reading, fills known from training and what the tagger proposes.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from eval.muc.dates import Dated, dated
from eval.muc.templates import DESCRIBED, ROLES, TYPES, Filler, Keyed, Template, flat

LABELS = (*ROLES, DESCRIBED, "Place", "Date")
ROLE_COUNT = len(ROLES) + 1  # labels that are roles: the five, and the described
CONFIDENCES = (
    "REPORTED AS FACT",
    "SUSPECTED OR ACCUSED",
    "CLAIMED OR ADMITTED",
    "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "POSSIBLE",
)
EFFECTS = (
    "",
    "DEATH",
    "INJURY",
    "NO INJURY OR DEATH",
    "REGAINED FREEDOM",
    "SOME DAMAGE",
    "DESTROYED",
    "NO DAMAGE",
)
STAGES = ("ACCOMPLISHED", "ATTEMPTED", "THREATENED")
LONGEST = 14  # tokens in a candidate
MOST = 90  # candidates of a message

Ids = tuple[int, ...]
At = tuple[int, int]  # first token, and the one after the last


class Pieces(Protocol):
    """What a tokenizer gives of a text."""

    ids: list[int]
    tokens: list[str]
    offsets: list[tuple[int, int]]


class Tokenizer(Protocol):
    def encode(self, sequence: str, *, add_special_tokens: bool = True) -> Pieces: ...


@dataclass(frozen=True, slots=True)
class Tokens:
    """A message in tokens. ``starts`` and ``ends`` tell which begin and end a word."""

    id: str
    text: str
    ids: Ids
    offsets: tuple[At, ...]
    starts: tuple[bool, ...]
    dates: tuple[Dated, ...]

    def words(self, at: At) -> str:
        return self.text[self.offsets[at[0]][0] : self.offsets[at[1] - 1][1]]

    def whole(self, at: At) -> bool:
        """Whether a stretch neither begins nor ends inside a word."""
        return self.starts[at[0]] and (at[1] >= len(self.ids) or self.starts[at[1]])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A string with its occurrences, and what the key says of it (by index into the lists).

    ``roles`` and ``types`` are sets of indices; ``entities`` are the (template, filler) pairs
    of the key that it spells.
    """

    ids: Ids
    spans: tuple[At, ...]
    roles: frozenset[int] = frozenset()
    types: frozenset[int] = frozenset()
    entities: frozenset[tuple[int, int]] = frozenset()
    confidence: int = -1
    effect: int = -1
    plural: int = -1

    @property
    def templates(self) -> frozenset[int]:
        return frozenset(template for template, _ in self.entities)


@dataclass(frozen=True, slots=True)
class Example:
    """A message with its key in tokens: spans by label, candidates, templates by type."""

    tokens: Tokens
    spans: tuple[tuple[int, At], ...]
    candidates: tuple[Candidate, ...]
    counts: tuple[int, ...]  # templates of each type: none, one, more
    stages: tuple[int, ...]  # of each type's first template, -1 for none


@dataclass(frozen=True, slots=True)
class Known:
    """Fills of the training messages: in how many messages each fills each label, and occurs."""

    fills: Mapping[Ids, Mapping[int, int]] = field(default_factory=dict)
    seen: Mapping[Ids, int] = field(default_factory=dict)

    def prior(self, ids: Ids, without: Candidate | None = None) -> list[float]:
        """The share of messages with this string where it fills each label, smoothed.

        ``without`` leaves out the one message that the candidate comes from.
        """
        own = without is not None
        fills, seen = self.fills.get(ids, {}), self.seen.get(ids, 0) - own
        mine = without.roles if without is not None else frozenset[int]()
        return [
            (fills.get(label, 0) - (label in mine)) / (max(seen, 0) + 1.0)
            for label in range(len(LABELS))
        ]


def tokenize(message_id: str, text: str, tokenizer: Tokenizer) -> Tokens:
    """A message's tokens, with the dates that the program's grammar finds in it."""
    line = flat(text)
    pieces = tokenizer.encode(line, add_special_tokens=False)
    starts = tuple(not token.startswith("##") for token in pieces.tokens)
    return Tokens(message_id, line, tuple(pieces.ids), tuple(pieces.offsets), starts, dated(line))


def occurrences(tokens: Tokens, ids: Ids) -> list[At]:
    """Where a string of tokens occurs as whole words."""
    found, size, i = [], len(ids), -1
    for _ in range(tokens.ids.count(ids[0])):
        i = tokens.ids.index(ids[0], i + 1)
        if tokens.ids[i : i + size] == ids and tokens.whole((i, i + size)):
            found.append((i, i + size))
    return found


def known_fills(fills: Iterable[tuple[Tokens, Mapping[Ids, set[int]]]]) -> Known:
    """What the training messages' fills are worth as a vocabulary."""
    rows = list(fills)
    by_label: dict[Ids, Counter[int]] = defaultdict(Counter)
    for _, found in rows:
        for ids, labels in found.items():
            by_label[ids].update(labels)
    seen: Counter[Ids] = Counter()
    for tokens, _ in rows:
        seen.update(set(in_vocabulary(tokens, by_label)))
    return Known({k: dict(v) for k, v in by_label.items()}, dict(seen))


def unlearned(known: Known, tokens: Tokens, own: Mapping[Ids, set[int]]) -> Known:
    """What would be known of a message's strings, were the message not one of the training.

    ``own`` are the message's own fills with their labels.
    """
    fills = {
        ids: left
        for ids in in_vocabulary(tokens, known.fills)
        if (left := _less(known.fills[ids], own.get(ids, set())))
    }
    return Known(fills, {ids: known.seen.get(ids, 0) - 1 for ids in fills})


def _less(counts: Mapping[int, int], labels: set[int]) -> dict[int, int]:
    return {k: left for k, n in counts.items() if (left := n - (k in labels)) > 0}


def in_vocabulary(tokens: Tokens, vocabulary: Mapping[Ids, object]) -> dict[Ids, list[At]]:
    """The strings of a vocabulary that occur in a message as whole words."""
    found: dict[Ids, list[At]] = defaultdict(list)
    for i, begins in enumerate(tokens.starts):
        if not begins:
            continue
        for j in range(i + 1, min(i + LONGEST, len(tokens.ids)) + 1):
            ids = tokens.ids[i:j]
            if ids in vocabulary and tokens.whole((i, j)):
                found[ids].append((i, j))
    return found


# ------------------------------------------------------------------ the key in tokens


@dataclass(frozen=True, slots=True)
class Fill:
    """One spelling of one entity of the key, in tokens."""

    ids: Ids
    label: int
    template: int
    filler: int
    entity: Filler | None


def fills_of(message: Keyed, tokens: Tokens, tokenizer: Tokenizer) -> list[Fill]:
    """Every spelling that the key names, with names of places and words for the dates."""
    found = []
    for t, template in enumerate(message.templates):
        for f, filler in enumerate(template.fillers):
            for mention in filler.mentions:
                ids = _ids(mention, tokenizer)
                found.append(Fill(ids, LABELS.index(filler.role), t, f, filler))
        names = [_ids(flat(name), tokenizer) for name in template.place]
        dates = [tokens.ids[a:b] for a, b in _date_spans(template, tokens)]
        found += [Fill(ids, LABELS.index("Place"), t, -1, None) for ids in names]
        found += [Fill(ids, LABELS.index("Date"), t, -2, None) for ids in dates]
    return [fill for fill in found if 0 < len(fill.ids) <= 40]


def _ids(text: str, tokenizer: Tokenizer) -> Ids:
    return tuple(tokenizer.encode(text, add_special_tokens=False).ids)


def _date_spans(template: Template, tokens: Tokens) -> list[At]:
    """The words that name the very day of a template."""
    if template.days is None or template.days[0] != template.days[1]:
        return []
    day = template.days[0]
    same = [d for d in tokens.dates if d.days == (day, day)]
    return [at for d in same if (at := _tokens_at(tokens, d.start, d.end))]


def _tokens_at(tokens: Tokens, start: int, end: int) -> At | None:
    inside = [i for i, (s, e) in enumerate(tokens.offsets) if s >= start and e <= end]
    return (inside[0], inside[-1] + 1) if inside else None


def date_candidates(tokens: Tokens) -> dict[Ids, date]:
    """The words for single days in a message, each with the day that it means."""
    found = {}
    for d in tokens.dates:
        at = _tokens_at(tokens, d.start, d.end)
        if at and d.days and d.days[0] == d.days[1]:
            found[tokens.ids[at[0] : at[1]]] = d.days[0]
    return found


def example(message: Keyed, tokens: Tokens, fills: Sequence[Fill], known: Known) -> Example:
    """A message's labels and candidates, for training."""
    gold: dict[Ids, list[Fill]] = defaultdict(list)
    for fill in fills:
        gold[fill.ids].append(fill)
    spans = {ids: at for ids in gold if (at := occurrences(tokens, ids))}
    others = in_vocabulary(tokens, known.fills)
    elsewhere = {
        ids: at for ids, at in others.items() if ids not in gold and known.seen.get(ids, 0) > 0
    }
    dates = {ids: occurrences(tokens, ids) for ids in date_candidates(tokens)}
    wrong = _wrong_ends(tokens, [at for found in spans.values() for at in found], tokens.id)
    all_spans = {**wrong, **dates, **elsewhere, **spans}
    candidates = [_candidate(message, ids, at, gold.get(ids, [])) for ids, at in all_spans.items()]
    candidates.sort(key=lambda c: not c.roles)
    return Example(
        tokens,
        tuple(_labelled(spans, gold)),
        tuple(candidates[:MOST]),
        tuple(min(sum(t.type == kind for t in message.templates), 2) for kind in TYPES),
        tuple(_stage(message.templates, kind) for kind in TYPES),
    )


def _labelled(
    spans: Mapping[Ids, list[At]], gold: Mapping[Ids, list[Fill]]
) -> list[tuple[int, At]]:
    """The tagger's spans: every occurrence; of two that overlap in a label, the longer one."""
    rows = [(fill.label, at) for ids, found in spans.items() for fill in gold[ids] for at in found]
    kept: list[tuple[int, At]] = []
    for label, at in sorted(set(rows), key=lambda r: r[1][0] - r[1][1]):
        if not any(k == label and a[0] < at[1] and at[0] < a[1] for k, a in kept):
            kept.append((label, at))
    return kept


def _wrong_ends(tokens: Tokens, right: Sequence[At], seed: str) -> dict[Ids, list[At]]:
    """Stretches that overlap a fill, with other ends."""
    chance = random.Random(seed)
    found: dict[Ids, list[At]] = {}
    for start, end in right:
        for _ in range(2):
            i = max(0, start + chance.randint(-3, 2))
            j = min(len(tokens.ids), end + chance.randint(-2, 3))
            if 0 < j - i <= LONGEST and tokens.whole((i, j)):
                found[tokens.ids[i:j]] = [(i, j)]
    return {ids: occurrences(tokens, ids) for ids in found}


def _candidate(message: Keyed, ids: Ids, spans: Sequence[At], fills: Sequence[Fill]) -> Candidate:
    entity = next((f.entity for f in fills if f.entity is not None), None)
    types = {message.templates[f.template].type.split(" / ")[0] for f in fills}
    return Candidate(
        ids,
        tuple(spans),
        frozenset(f.label for f in fills),
        frozenset(TYPES.index(t) for t in types if t in TYPES),
        frozenset((f.template, f.filler) for f in fills),
        _index(CONFIDENCES, entity.confidence) if entity and entity.role == "PerpOrg" else -1,
        _index(EFFECTS, entity.effect) if entity and _has_effect(entity) else -1,
        _plural(entity),
    )


def _index(values: Sequence[str], value: str) -> int:
    first = value.split(" / ", maxsplit=1)[0]
    return values.index(first) if first in values else -1


def _has_effect(entity: Filler) -> bool:
    return entity.role in ("Target", "Victim", DESCRIBED)


def _plural(entity: Filler | None) -> int:
    if entity is None or not entity.number:
        return -1
    return int(not entity.number.startswith("1:") and entity.number != "1")


def _stage(templates: Sequence[Template], kind: str) -> int:
    first = next((t for t in templates if t.type == kind), None)
    return _index(STAGES, first.stage) if first else -1
