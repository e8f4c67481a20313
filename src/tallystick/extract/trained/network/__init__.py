"""The network itself: its windows, what it tells, and its probabilities for one document."""
