"""What travels: the shared record as bytes, the bundle, and which of the bundles held counts."""
