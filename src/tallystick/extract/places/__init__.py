"""Names of places, and which of the places of a name is meant."""
