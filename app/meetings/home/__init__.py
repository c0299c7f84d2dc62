"""Meetings home: the meetings in which an account has a person."""
