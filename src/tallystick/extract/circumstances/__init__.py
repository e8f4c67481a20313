"""When and where: the day and the place that a clause gives to its incident."""
