"""What may leave the organisation: the border, the scan of free text and the suppression of small counts."""
