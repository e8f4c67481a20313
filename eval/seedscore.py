"""The figures on the seed articles: what is right, field by field, and what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from eval.common import Figure, share
from eval.judge import (
    complete,
    counts_right,
    day_right,
    figure_right,
    is_actor,
    is_outcome,
    is_target,
    is_weapon,
    place_right,
    supported,
)
from eval.matching import Matching, Pair, match, share_on
from eval.seedkey import Account, Differ, SeedKey, StatementKey, Wanted
from eval.seen import SeenDate, SeenIncident, SeenStatement, date_of
from tallystick.model.document import Span

_UNKNOWN = "unknown publisher"  # how the program closes a chain without one
_MOSTLY = 0.5
_IN_EARNEST = 0.2  # one sentence claimed for the wrong day does not merge two incidents


@dataclass(frozen=True, slots=True)
class Run:
    """One scoring: the program's incidents, the key, the texts, and whether dates had an anchor."""

    seen: tuple[SeenIncident, ...]
    key: SeedKey
    texts: Mapping[str, str]
    anchored: bool = True

    def matching(self) -> Matching:
        return match(self.seen, self.key, anchored=self.anchored)


@dataclass(frozen=True, slots=True)
class FieldCheck:
    """A field of a pair, and whether it is right (``None``: the key has no say)."""

    field: str
    right: bool | None


def figures(run: Run) -> tuple[Figure, ...]:
    """All figures, the most important first."""
    matching = run.matching()
    checks = [c for pair in _judged(matching) for c in check_fields(pair, run)]
    return (
        *incident_figures(matching),
        *_taken(matching, run),
        *_field_figures(checks),
        *source_figures(matching, run),
        *quote_figures(run),
        *date_figures(run),
        Figure("merged_though_apart", len(merged_though_apart(run))),
    )


def incident_figures(matching: Matching) -> tuple[Figure, ...]:
    """Recall over the required incidents, precision over the program's incidents of the day."""
    found = sum(p.strict and not p.key.optional for p in matching.pairs)
    loose = [p.seen.id for p in matching.pairs if not p.strict]
    wanted = found + len(matching.missed)
    given = found + len(matching.false)
    return (
        share("recall", found, wanted, "date and place right"),
        share("precision", found, given, "date and place right"),
        Figure("found_but_misplaced", len(loose), note="right event, wrong date or place"),
        Figure("optional", sum(p.key.optional for p in matching.pairs) + len(matching.neutral)),
    )


def _judged(matching: Matching) -> list[Pair]:
    return [p for p in matching.pairs if not p.key.optional]


# ------------------------------------------------------------------ what is no incident


def passage_of(seen: SeenIncident, key: SeedKey) -> str | None:
    """The kind of passage that an incident mostly rests on: caption, background, planned, trap."""
    for kind in ("caption", "trap", "planned", "background"):
        spots = [(p.document, s) for p in key.passages if p.kind == kind for s in p.spans]
        if share_on(seen.statements, spots) >= _MOSTLY:
            return kind
    return None


def _taken(matching: Matching, run: Run) -> Iterable[Figure]:
    """How many incidents of the day rest on what is none."""
    kinds = [passage_of(seen, run.key) for seen in matching.false]
    captions = [(p.document, s) for p in run.key.passages if p.kind == "caption" for s in p.spans]
    touched = sum(share_on((s,), captions) > 0 for i in run.seen for s in i.statements)
    yield Figure("captions_taken", kinds.count("caption"))
    yield Figure("background_taken", kinds.count("background"))
    yield Figure("threats_taken", kinds.count("planned"))
    yield Figure("traps_taken", kinds.count("trap") + len(_trapped(run)))
    yield Figure("caption_statements", touched, note="statements that rest on a caption")


def _trapped(run: Run) -> list[SeenStatement]:
    """Casualties of incidents of the day that rest on a death that is none of an attack."""
    spots = [(p.document, s) for p in run.key.passages if p.kind == "trap" for s in p.spans]
    said = chain.from_iterable(i.statements for i in run.seen if i.of_the_day)
    return [s for s in said if s.field in ("killed", "injured") and share_on((s,), spots) > 0]


# ------------------------------------------------------------------ fields


def check_fields(pair: Pair, run: Run) -> list[FieldCheck]:
    """Each field of a pair, judged by the accounts that the program drew on."""
    seen, accounts, key = pair.seen, pair.accounts, run.key

    def by_any(test: Callable[[Account], bool]) -> bool:
        return any(map(test, accounts))

    def by_all(name: str, items: Sequence[object], same: Callable[..., bool]) -> FieldCheck:
        return FieldCheck(name, complete(items, _together(name, accounts), same))

    return [
        FieldCheck("kind", by_any(lambda a: seen.kind in a.kinds)),
        FieldCheck("standing", by_any(lambda a: seen.standing in a.standings)),
        FieldCheck("when", by_any(lambda a: day_right(seen.when, a.when, anchored=run.anchored))),
        FieldCheck("where", by_any(lambda a: place_right(seen.where, a.where, key, exact=True))),
        by_all("attackers", seen.attackers, lambda s, k: is_actor(s, k, key)),
        by_all("claimed_by", seen.claimed_by, lambda s, k: is_actor(s, k, key)),
        by_all("blamed", seen.blamed, lambda s, k: is_actor(s, k, key)),
        by_all("targets", seen.targets, is_target),
        by_all("weapons", [w.type for w in seen.weapons], lambda s, k: is_weapon(s, k, key)),
        _counts(pair, key),
        by_all("outcomes", seen.outcomes, lambda s, k: is_outcome(s, k, key)),
        _casualties("killed", pair),
        _casualties("injured", pair),
        _damage(pair),
        by_all("contested", seen.contested, lambda s, k: s == k),
    ]


def _together(name: str, accounts: Iterable[Account]) -> Wanted:
    """What several accounts of one incident want of a field, taken together."""
    fields = [account.fields[name] for account in accounts]
    return Wanted(
        tuple(dict.fromkeys(chain.from_iterable(f.required for f in fields))),
        tuple(dict.fromkeys(chain.from_iterable(f.optional for f in fields))),
    )


def _counts(pair: Pair, key: SeedKey) -> FieldCheck:
    wanted = tuple(dict.fromkeys(c for account in pair.accounts for c in account.counts))
    return FieldCheck(
        "weapon_counts", counts_right(pair.seen.weapons, wanted, key) if wanted else None
    )


def _casualties(name: str, pair: Pair) -> FieldCheck:
    wanted = [r for a in pair.accounts for r in (a.killed if name == "killed" else a.injured)]
    seen = pair.seen.killed if name == "killed" else pair.seen.injured
    return FieldCheck(name, figure_right(seen, wanted) if wanted else None)


def _damage(pair: Pair) -> FieldCheck:
    wanted = {level for account in pair.accounts for level in account.damage}
    levels = {s.value["level"] for s in pair.seen.statements if s.field == "damage"} or {"unknown"}
    return FieldCheck("damage", bool(levels & wanted) if wanted else None)


def _field_figures(checks: Iterable[FieldCheck]) -> Iterable[Figure]:
    results: dict[str, list[bool]] = {}
    for check in checks:
        results.setdefault(check.field, [])
        if check.right is not None:
            results[check.field].append(check.right)
    for name, values in results.items():
        yield share(f"field.{name}", sum(values), len(values))
    everything = list(chain.from_iterable(results.values()))
    yield share("field.all", sum(everything), len(everything))


# ------------------------------------------------------------------ who says it


def source_figures(matching: Matching, run: Run) -> tuple[Figure, ...]:
    """Statements of the key that the program has, their sources, and the differing accounts.

    Shares of the whole key: what belongs to an incident that was not found counts as lost.
    """
    pairs = _judged(matching)
    required = [a for k in run.key.incidents if not k.optional for a in k.accounts]
    wanted = [(p, s) for p in pairs for s in _statements(p) if not s.optional]
    found = [(p, s) for p, s in wanted if said(p.seen, _document(p, s), s)]
    sourced = [(p, s) for p, s in found if sourced_right(p, s, run.key)]
    kept = sum(both_kept(p, d, run.key) for p in pairs for a in p.key.accounts for d in a.differ)
    of_all = sum(not s.optional for a in required for s in a.statements)
    return (
        share("statements", len(found), of_all, "field, stance and words"),
        share("sources", len(sourced), len(found), "the whole chain"),
        share("differing_accounts", kept, sum(len(a.differ) for a in required), "both sides kept"),
    )


def _statements(pair: Pair) -> list[StatementKey]:
    return [s for account in pair.key.accounts for s in account.statements]


def _document(pair: Pair, statement: StatementKey) -> str:
    return next(a.document for a in pair.key.accounts if statement in a.statements)


def said(seen: SeenIncident, document: str, wanted: StatementKey) -> list[SeenStatement]:
    """The program's statements on the same words, field and stance."""
    return [
        s
        for s in seen.statements
        if s.document == document
        and s.field == wanted.field
        and s.stance in wanted.stance
        and s.span.overlaps(wanted.span)
    ]


def sourced_right(pair: Pair, wanted: StatementKey, key: SeedKey) -> bool:
    """Whether one of the program's statements has the source chain, link by link."""
    found = said(pair.seen, _document(pair, wanted), wanted)
    return any(chain_right(s.chain, wanted.chain, key) for s in found)


def chain_right(
    seen: Sequence[Sequence[str]], wanted: Sequence[Sequence[str]], key: SeedKey
) -> bool:
    """Link by link the same; the publisher at the end may go unsaid or be unknown."""
    closed = bool(seen) and (is_actor(seen[-1], wanted[-1], key) or _UNKNOWN in seen[-1])
    bare = seen[:-1] if closed else seen
    links = wanted[:-1]
    return len(bare) == len(links) and all(
        is_actor(names, choice, key) for names, choice in zip(bare, links, strict=True)
    )


def both_kept(pair: Pair, differ: Differ, key: SeedKey) -> bool:
    """Whether each side has a statement of its own, with its nearest source."""
    a, b = (_side(pair, ids, key) for ids in (differ.a, differ.b))
    return any(x.id != y.id and (x.value, x.stance) != (y.value, y.stance) for x in a for y in b)


def _side(pair: Pair, ids: Sequence[str], key: SeedKey) -> list[SeenStatement]:
    wanted = [s for s in _statements(pair) if s.id in ids]
    return [
        s for w in wanted for s in said(pair.seen, _document(pair, w), w) if _nearest(s, w, key)
    ]


def _nearest(seen: SeenStatement, wanted: StatementKey, key: SeedKey) -> bool:
    if len(wanted.chain) == 1:
        return len(seen.chain) <= 1
    return bool(seen.chain) and is_actor(seen.chain[0], wanted.chain[0], key)


# ------------------------------------------------------------------ words and dates


def quote_figures(run: Run) -> tuple[Figure, ...]:
    """The share of quotes that are the words of the document at their offsets, exactly."""
    statements = [s for incident in run.seen for s in incident.statements]
    exact = sum(_exact(s, run.texts) for s in statements)
    return (share("exact_quotes", exact, len(statements)),)


def _exact(statement: SeenStatement, texts: Mapping[str, str]) -> bool:
    text = texts.get(statement.document, "")
    return bool(statement.quote) and statement.span.of(text) == statement.quote


def date_figures(run: Run) -> tuple[Figure, ...]:
    """Dates, of statements and incidents, that no expression of their article supports."""
    return (Figure("unsupported_dates", len(unsupported(run))),)


def unsupported(run: Run) -> list[tuple[SeenIncident, SeenDate, str]]:
    """The dates behind the figure, each with its incident and where it stands."""
    found = []
    for incident in run.seen:
        for statement in (s for s in incident.statements if s.field == "when"):
            seen = date_of(statement.value)
            if seen and not _supported(seen, [statement.document], run):
                found.append((incident, seen, statement.quote))
        if incident.when and not _supported(incident.when, incident.documents, run):
            found.append((incident, incident.when, "of the incident"))
    return found


def _supported(seen: SeenDate, documents: Iterable[str], run: Run) -> bool:
    moments = run.key.moments
    return any(
        supported(seen, moments.get(document, ()), manifest=run.anchored) for document in documents
    )


def merged_though_apart(run: Run) -> list[SeenIncident]:
    """Incidents of the program that rest on the own evidence of two that are apart."""
    own = {id: _own_evidence(id, run.key) for pair in run.key.apart for id in pair}
    return [
        seen
        for seen in run.seen
        if any(
            all(share_on(seen.statements, own[id]) >= _IN_EARNEST for id in pair)
            for pair in run.key.apart
        )
    ]


def _own_evidence(id: str, key: SeedKey) -> list[tuple[str, Span]]:
    others = {(a.document, e) for a in key.accounts if a.incident != id for e in a.evidence}
    mine = {(a.document, e) for a in key.accounts if a.incident == id for e in a.evidence}
    return sorted(mine - others)
