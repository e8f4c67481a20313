"""The append-only record of documents, statements and judgements; incidents are its views."""

from tallystick.ledger.asof import AsOf, Coverage
from tallystick.ledger.entries import corrections, in_force, withdrawn
from tallystick.ledger.growing import Growing
from tallystick.ledger.incidents import at_least, chronological, consolidate, incidents_of
from tallystick.ledger.query import OCCURRED, Query, involved, is_actor, is_in
from tallystick.ledger.store import Ledger
from tallystick.ledger.view.origins import Origin, Origins, could_be_one, is_named, origins_of
from tallystick.ledger.view.series import Step, Told, series

__all__ = [
    "OCCURRED",
    "AsOf",
    "Coverage",
    "Growing",
    "Ledger",
    "Origin",
    "Origins",
    "Query",
    "Step",
    "Told",
    "at_least",
    "chronological",
    "consolidate",
    "corrections",
    "could_be_one",
    "in_force",
    "incidents_of",
    "involved",
    "is_actor",
    "is_in",
    "is_named",
    "origins_of",
    "series",
    "withdrawn",
]
