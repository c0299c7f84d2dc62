"""The lobby: whoever came by the code, whom of the roster they may be, and the answer of those who let in."""
