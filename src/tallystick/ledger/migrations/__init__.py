"""The ledger's schema, one numbered step a file; a step that has run is never edited."""
