"""The words of the screens and of the answers, in the six languages of the United Nations.

Words of this subject: a *catalogue* holds one language's translations by their English words; *extraction* finds the
English words in templates, scripts and Python; a *form* is one of the plural forms that a language tells apart.
English is the source and has no catalogue: its words stand in the code.
"""
