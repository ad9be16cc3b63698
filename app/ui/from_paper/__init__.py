"""Sheets of paper in the window: printing blank ones, and typing in what was written on them."""
