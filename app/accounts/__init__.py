"""People of a meeting, the one-time links that let them in, and the signed-in sessions of their browsers."""
