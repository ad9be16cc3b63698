"""Overview: how much is written, what waits, and the next thing to do."""
