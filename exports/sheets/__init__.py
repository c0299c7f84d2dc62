"""Sheets to print: a card with its QR code for everybody in charge, and the poster with which all others join."""
