"""Commands about the laptops of one organisation, and what they exchange."""
