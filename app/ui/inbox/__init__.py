"""Inbox: what came in, what it is, and what the coordinator decides about it."""
