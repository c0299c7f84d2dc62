"""The programme as it is planned: the meeting's basics, its co-chairs, its sessions, their parts and speakers."""
