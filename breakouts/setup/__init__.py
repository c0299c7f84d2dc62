"""Setting a meeting up: the wizard's page, and the whole set-up as one file, out and in again."""
