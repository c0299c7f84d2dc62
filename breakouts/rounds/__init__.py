"""A round: all breakout rooms of one part, opened, timed and closed together."""
