"""Commands for paper: sheets to print, to fill in, and to give back."""
