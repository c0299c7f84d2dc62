"""Personal links after they were made: withdrawn, changed for a new one, made for many at once."""
