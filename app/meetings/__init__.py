"""Meetings: sessions and their parts, co-chairs, delegations, the roster and roles."""
