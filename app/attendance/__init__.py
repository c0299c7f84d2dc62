"""Attendance: who took part, from the program's own ledger and from the reports of video platforms."""
