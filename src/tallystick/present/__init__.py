"""Incidents and tallies in words and tables, for people to read. Prints nothing itself."""
