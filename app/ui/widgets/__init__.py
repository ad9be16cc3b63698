"""Pieces that pages are made of: one file each, with keyboard, names, direction and theme already right."""
