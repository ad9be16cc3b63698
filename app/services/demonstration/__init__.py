"""Showing the program at work: a whole journey on made-up or real organisations, and a workspace to look around in."""
