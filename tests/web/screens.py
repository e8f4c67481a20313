"""Every page of the reading room by its name in ``urls.py`` and what it shows: those with most."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import tallystick
from tallystick import review
from tallystick.ledger import Ledger
from tallystick.model.entries import (
    Answer,
    Assessment,
    Comment,
    CommentRule,
    Correction,
    Finding,
    Reply,
    Request,
    Ruling,
)
from tallystick.model.incident import Incident
from tallystick.model.statement import Field

DAY = date(2023, 12, 9)


def _most_told(incidents: list[Incident]) -> Incident:
    return max(incidents, key=lambda i: (len(i.contested) * len(i.documents), i.id))


def for_readers(ledger: Path) -> dict[str, str]:
    """What anybody may read."""
    with tallystick.open(ledger) as opened:
        incidents = opened.incidents()
    told = _most_told(incidents)
    statement = told.statements[len(told.statements) // 2]
    days = [d.published.end for d in told.documents if d.published and d.published.end]
    actors = [a.id for i in incidents for a in (*i.claimed_by, *i.attackers) if a.id]
    places = [i.where.id for i in incidents if i.where and i.where.id]
    lands = [i.where.country for i in incidents if i.where and i.where.country]
    actor, place, land = (
        max(set(ids), key=lambda id: (ids.count(id), id)) for ids in (actors, places, lands)
    )
    return {
        "overview": "/",
        "filtered": "/?contested=any&standing=all&box=30,20,60,40",
        "nothing": "/?actor=nobody-of-that-name&since=soon",
        "map": f"/?country={land}",
        "incident": f"/incidents/{told.id}/",
        "earlier": f"/incidents/{told.id}/?as_known_on={max(days)}",
        "document": f"/documents/{statement.document}/?at={statement.id}#{statement.id}",
        "documents": "/documents/",
        "actors": "/actors/",
        "actor": f"/actors/{actor}/",
        "places": "/places/",
        "place": f"/places/{place}/",
        "tally": "/tallies/?rule=incident&place=Iraq&by=month",
        "announced": "/tallies/announced/",
        "method": "/method/",
        "failed": "/incidents/i-none/",
    }


def for_the_desk(ledger: Path) -> dict[str, str]:
    """What takes a moderator, with something on each: writes to the ledger."""
    with Ledger.open(ledger) as opened:
        incidents = opened.incidents()
        told = _most_told(incidents)
        pair = max(
            (i for i in incidents if i.possible_duplicates), key=lambda i: i.reports[0].score
        )
        misread = next(told.of(Field.KILLED), told.statements[0])
        first, every = told.reports[0].id, tuple(report.id for report in told.reports)
        asked = Request(first, "the coalition's press office", DAY, "Was the base hit?")
        seen = Comment(first, "I was near the base that morning and heard two blasts, not three.")
        sold = Comment(first, "Buy sandbags now, half the price.")
        bodies = (
            Assessment(every, Finding.UNVERIFIABLE, "Two officials, no picture, no access."),
            Correction(told.statements[-1].id, None, "It is told of another day."),
            asked,
            Request(first, "the governor's office", DAY, "Is anybody missing?"),
            seen,
            sold,
            Comment(first, "You are an idiot. See www.shop.example!"),
        )
        entries = {body: review.entry(body, by="carla") for body in bodies}
        later = (
            Answer(entries[asked].id, Reply.CONFIRMS, "Yes, by one drone.", DAY),
            Ruling(entries[seen].id, approved=True),
            Ruling(entries[sold].id, approved=False, rule=CommentRule.PROMOTION),
        )
        opened.decide(
            entries=[*entries.values(), *(review.entry(body, by="ben") for body in later)]
        )
    return {
        "login": "/login/",
        "desk": "/desk/",
        "desk-pair": f"/desk/pairs/{pair.id}/{pair.possible_duplicates[0]}/",
        "desk-incident": f"/incidents/{told.id}/#requests",
        "desk-decide": f"/incidents/{told.id}/#desk",
        "desk-correct": f"/desk/statements/{misread.id}/",
        "desk-add": f"/desk/reports/{first}/?field=killed",
        "desk-comments": "/desk/comments/",
        "desk-audit": "/desk/audit/",
        "problem": "/problems/",
        "password": "/account/password/",
    }
