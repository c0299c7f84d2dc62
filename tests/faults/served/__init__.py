"""The server as the campaign starts it, and what is changed in it from outside before it serves."""
