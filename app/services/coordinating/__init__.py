"""What comes in: received, judged, honoured, merged into one picture."""
