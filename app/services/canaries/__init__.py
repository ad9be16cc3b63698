"""Canaries: words planted where nothing may leave, and a search for them in whatever left (privacy.md, proofs)."""
