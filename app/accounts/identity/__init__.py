"""Accounts above the meetings: a name, an address, a password, perhaps a second step, and where they are signed in."""
