"""What leaves: found, made into shared records, looked through, decided, frozen as a submission."""
