"""Fields: one value of a record, typed or chosen."""
