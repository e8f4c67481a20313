"""Training: one command a recipe. Needs torch; nothing else in the project does."""
