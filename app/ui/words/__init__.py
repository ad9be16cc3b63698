"""Codes as words, and what a field may offer to choose from."""
