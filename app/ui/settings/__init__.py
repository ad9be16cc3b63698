"""Settings of one person on this machine."""
