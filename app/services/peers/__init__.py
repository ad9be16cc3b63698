"""Practices between organisations, without a coordinator: given in a signed file, taken into a library of others'."""
