"""The append-only record of documents, statements and judgements; incidents are its views."""

from tallystick.ledger.asof import AsOf, Coverage
from tallystick.ledger.incidents import at_least, consolidate, incidents_of
from tallystick.ledger.query import OCCURRED, Query
from tallystick.ledger.store import Ledger

__all__ = [
    "OCCURRED",
    "AsOf",
    "Coverage",
    "Ledger",
    "Query",
    "at_least",
    "consolidate",
    "incidents_of",
]
