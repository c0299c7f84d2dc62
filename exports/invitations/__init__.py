"""Invitations: the words that go with a personal link, and the meeting's sessions as a calendar file."""
