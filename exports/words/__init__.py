"""The document's own words, in the six languages of the United Nations.

Words of this subject: the *vocabulary* says what there is to say, each language says it in a module of its own.
"""
