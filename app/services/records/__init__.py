"""Records: kept, versioned, searched, imported, attached to, undone."""
