"""The reading room: pages and a read-only API over the views of a ledger (``tallystick[web]``)."""
