"""Sheets: short documents that are handed over or hung up, each about one thing."""
