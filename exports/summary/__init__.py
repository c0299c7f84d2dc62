"""The living draft of the co-chairs' summary.

Compiled at any moment, in a person's words where they wrote some, cleared by each co-chair.
"""
