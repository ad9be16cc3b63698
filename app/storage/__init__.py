"""The workspace on disk: operations kept for ever and the rows folded from them; the only room that speaks SQL."""
