"""Putting somebody out for good, and taking somebody back who was put out."""
