"""Users of the reading room, their roles and tokens, in a database of their own."""
