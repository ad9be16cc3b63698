"""Commands on records: written, looked at, imported, erased."""
