"""Files that carry a bundle, and what their pages are."""
