"""Rehearsals.

A meeting from a folder (script, roster, attendance reports), played through the same commands as on the day.
"""
