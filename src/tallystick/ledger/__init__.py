"""The append-only record of documents, statements and judgements; incidents are its views."""

from tallystick.ledger.query import OCCURRED, Query
from tallystick.ledger.store import Ledger
from tallystick.ledger.views import consolidate, incidents_of

__all__ = ["OCCURRED", "Ledger", "Query", "consolidate", "incidents_of"]
