"""Days and periods, as written and as days of a calendar."""
