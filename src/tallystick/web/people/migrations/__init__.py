"""The schema of the accounts, one numbered step a file; a step that has run is never edited."""
