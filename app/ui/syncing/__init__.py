"""The laptops of one organisation in the window: which there are, joining, leaving, and what they exchange."""
