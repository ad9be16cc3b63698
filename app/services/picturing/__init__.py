"""What counts, merged into one picture: counted once, told by figure and file, exported and passed on."""
