from __future__ import annotations

from collections import Counter

from eval.seedkey import load


def test_the_key_is_whole() -> None:
    key = load()
    assert {a.document[:3] for a in key.accounts} == {"000", "001", "002", "003", "004"}
    assert max(Counter(a.id for a in key.accounts).values()) == 1
    assert sum(not k.optional for k in key.incidents) == 15


def test_every_name_in_the_key_is_defined() -> None:
    key = load()
    places = {p for a in key.accounts for p in a.where.any_of}
    assert places <= set(key.places)
    assert {w for p in key.places.values() for w in p.wider} <= set(key.places)
    chains = [s.chain for a in key.accounts for s in a.statements]
    chains += [t.chain for t in key.tallies]
    assert {actor for chain in chains for link in chain for actor in link} <= set(key.actors)
    for account in key.accounts:
        for field in ("attackers", "claimed_by", "blamed"):
            wanted = account.fields[field]
            used = {a for choice in (*wanted.required, *wanted.optional) for a in choice}
            assert used <= set(key.actors)
        assert {c.weapon for c in account.counts} <= set(key.weapons)
        ids = {s.id for s in account.statements}
        assert {i for d in account.differ for i in (*d.a, *d.b)} <= ids


def test_statements_lie_on_the_evidence() -> None:
    for account in load().accounts:
        for statement in account.statements:
            on = any(e.overlaps(statement.span) for e in account.evidence)
            assert on or statement.optional, (account.id, statement.id)
