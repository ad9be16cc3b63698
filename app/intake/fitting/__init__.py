"""Which column feeds which field, as a person decided it or as it is proposed."""
