"""Strings and offsets: spans, documents, the comparison form of a text, and what text may reach a terminal."""
