"""Submissions: from a call, or a period of one's own, in five steps to a PDF that carries its data."""
