"""Rapport: a virtual meeting facilitation toolkit that stands beside any video platform.

It runs the plenary and the breakout rooms of a meeting, takes the takeaways as they are said, counts who took part,
and compiles the co-chairs' summary out of them. This package is both the cellar (`core`) and the roof (`factory`,
`cli`) of the house; it imports nothing.
"""
