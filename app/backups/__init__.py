"""Backups: the whole database and the finished files in one file, taken while meetings run, and put back.

A backup is for whoever runs the server: everything, as it was at one moment. To hand one meeting on, see archives.
"""
