"""What people told us: open loops, the kiosk, slips to come back with."""
