"""Tests of Groundwork; the folders mirror those of the app."""
