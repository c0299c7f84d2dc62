"""A whole meeting as one file, out and in again: to keep it, to hand it on, to open it on another server.

Words of this subject: an *archive* is the file; *taking* one writes it; *opening* one always makes a new meeting.
"""
