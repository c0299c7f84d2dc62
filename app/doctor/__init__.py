"""What this machine lacks, why that matters to a meeting, and the one command that mends it.

Asked before anything else is installed, so it needs nothing but Python's own library.
"""
