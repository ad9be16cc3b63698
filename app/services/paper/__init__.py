"""Sheets for the wall, the table and the radio."""
