"""Delegations: whom a person speaks for.

A *Member State* is one of the 193; an *observer State* one of the two non-member observers; a *UN entity* a part of the
United Nations system; an *observer* any other organisation. The table is data, `resolve` reads what people type.
"""
