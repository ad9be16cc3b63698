"""Groundwork: what an organisation does for the Global Compact for Migration, from a keyboard to a national picture."""
