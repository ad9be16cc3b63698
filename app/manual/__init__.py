"""The help as data: one source for the window, the command line, the printed help and `docs/manual`."""
