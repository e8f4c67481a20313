"""Who says what: the words of saying, their sources and what they cover."""
