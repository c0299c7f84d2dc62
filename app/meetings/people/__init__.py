"""The people of a meeting on one page: everybody with their state, and for the secretariat how they are reached."""
