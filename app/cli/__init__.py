"""The command line: the same verbs as the window, without a window; light to import, so that it answers at once."""
