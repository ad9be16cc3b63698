"""All other records: plans, commitments, what was learned, figures, the organisation's own book."""
