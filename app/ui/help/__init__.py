"""Help without internet: a short text for each page, the keys, and what to do before trouble comes."""
