"""Verbs that a person would recognise, one module for each noun; window and command line call the same ones."""
