"""The command line: one function for each command, the same verbs as the window."""
