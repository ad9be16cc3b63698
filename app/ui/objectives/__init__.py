"""Objectives: found by everyday words, explained in plain ones, chosen in one go."""
