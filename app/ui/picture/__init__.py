"""Picture: what all submissions that count say together, and the report made of it."""
