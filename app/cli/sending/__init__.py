"""Commands on the way out: looked through, sent, exported, given to others."""
