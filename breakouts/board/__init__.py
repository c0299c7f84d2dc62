"""The co-chairs' board: one view over all rooms. It owns no table."""
