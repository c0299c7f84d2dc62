"""Breakout rooms: rounds of them, who goes where, what is said, written down and reported back."""
