"""Devices: where somebody is signed in, signing out elsewhere, and a second device by a link of two minutes."""
