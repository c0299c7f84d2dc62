"""Rendering outside the web process: a warm worker that reads requests and writes progress, one JSON per line."""
