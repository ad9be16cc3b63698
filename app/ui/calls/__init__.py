"""Calls: what a coordinator asks for, and the file that carries it to others."""
