"""Practices between organisations: those that others gave, taking a file in, and giving one's own."""
