"""The trash: everything deleted, of any kind, and the way back."""
