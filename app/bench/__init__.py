"""Benchmarks: each measures a piece of work against a limit measured in the same run, and prints both."""
