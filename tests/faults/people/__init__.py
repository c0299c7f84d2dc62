"""Clients that behave as the browsers' own do (app/static/js/core), with their outbox on disk."""
