"""What comes in: calls, files received and judged, honoured with what their senders took back."""
