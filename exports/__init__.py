"""The co-chairs' summary as a document: compiled from plain data, edited by section, rendered in another process.

Words of this subject: a *source* is what the meeting knows, a *section* is a piece a co-chair may rewrite, a
*document* is the compiled text without any format, a *renderer* turns a document into the bytes of one format.
"""
