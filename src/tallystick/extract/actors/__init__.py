"""The sides of a conflict, those who speak for them, and unnamed persons."""
