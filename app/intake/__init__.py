"""Files made by others, read with suspicion and turned into drafts with the problems of each row."""
