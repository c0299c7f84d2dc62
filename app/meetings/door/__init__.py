"""The meeting's code: changed for a new one, the old one remembered."""
