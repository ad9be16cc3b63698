"""Foreign tables of every form as one grid of plain cells."""
