"""Commands about the workspace itself: who opens it, how it is kept and set, and what it knows of its own."""
