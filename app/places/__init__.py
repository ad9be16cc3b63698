"""The gazetteer: places, coarsening them, and what became of districts that were divided."""
