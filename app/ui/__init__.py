"""The window: speaks to services only, in words; the one room where Qt lives."""
