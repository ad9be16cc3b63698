"""Feedback: what migrants and neighbours told an organisation, in a list beside its form."""
