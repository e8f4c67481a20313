"""The words that tell of an attack, and whether it happened."""
