"""The demonstration.

The preparatory meeting of November 2020 in full swing, told in our own words from its published facts.
"""
