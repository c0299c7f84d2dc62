"""Takeaways: the points of a room, captured one by one, edited, put in order, merged, and approved for the report-back.

A point is a *draft* until it is *approved*. What a participant sends is a *proposal* until the room's team accepts or
declines it. Points that were merged into another, or removed, stay in the database and come back by split or undo.
"""
