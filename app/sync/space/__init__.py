"""What the laptops of one organisation share: who belongs, and their changes as signed, sealed files."""
