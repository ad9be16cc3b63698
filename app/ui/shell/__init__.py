"""The frame around the pages: which there are, which are open, what can be done from anywhere."""
