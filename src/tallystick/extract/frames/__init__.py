"""The mentions of one incident, brought together."""
