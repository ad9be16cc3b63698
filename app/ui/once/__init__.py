"""Activities that several organisations tell of: compared, linked, taken apart."""
