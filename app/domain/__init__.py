"""What is true whatever the window, the database or the file: records, checks, the fold, coverage."""
