"""Several laptops of one organisation: founding, joining, leaving, and exchanging what each of them did."""
