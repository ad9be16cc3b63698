"""Files that are to be kept, without what they say about their makers; all of it runs in the guarded child only."""
