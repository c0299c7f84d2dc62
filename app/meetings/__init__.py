"""The meeting itself.

Its co-chairs, its sessions and their parts (the run of show), speakers, delegations, and who has which role.
"""
