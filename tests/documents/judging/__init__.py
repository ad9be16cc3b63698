"""Who judges a finished document: veraPDF, outloud, our own reading back, and defects planted to see that they do."""
