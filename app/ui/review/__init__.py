"""Review: what two people wrote at once, and what waits for a reviewer."""
