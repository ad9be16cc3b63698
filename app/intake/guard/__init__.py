"""What stands between a foreign file and the program: what it is, the child process that reads it, its failures."""
