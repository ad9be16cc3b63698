"""Commands of a coordinator: calls, the inbox, what is counted once, the picture."""
