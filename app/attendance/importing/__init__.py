"""Importing: a roster read from a file, shown row by row before anything is written, written at once, taken back.

A *row* is a line of the file. It is *created* (somebody new), *matched* (somebody who is in the meeting already),
*joined* (the same person as another row of the file), *refused*, or *left out* by whoever imports.
"""
