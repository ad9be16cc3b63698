"""Activities: what an organisation did, in a list beside its form."""
