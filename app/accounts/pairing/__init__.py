"""Pairing: a machine in the hall shows a short code, somebody who runs a meeting types it, and it is a big screen."""
