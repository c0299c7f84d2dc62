"""The faults, each a small class with a name."""
