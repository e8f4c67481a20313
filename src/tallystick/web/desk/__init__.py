"""The review desk: logging in, the queue, decisions, comments, and writing by the API."""
