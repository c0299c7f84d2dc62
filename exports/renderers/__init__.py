"""Renderers: a document in, the bytes of one format out. None of them trusts the document's text."""
