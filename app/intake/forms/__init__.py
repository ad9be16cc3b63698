"""Our forms for KoboToolbox and ODK: what they ask, how they are written, and how their answers come back."""
