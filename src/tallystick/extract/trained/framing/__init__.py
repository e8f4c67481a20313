"""What was joined, as frames: each with its likeliest day, place, kind, parties and numbers."""
