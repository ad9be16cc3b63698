"""The process behind the window: the session, long work, failures, sleep."""
