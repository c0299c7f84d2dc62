"""The people of a meeting: the roster, the lobby, roles, putting somebody out."""
