"""Passwords: making an account, signing in and out, opening a meeting, changing the password."""
