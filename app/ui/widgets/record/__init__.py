"""A record on screen: its list, sheet, form, history and attachments."""
