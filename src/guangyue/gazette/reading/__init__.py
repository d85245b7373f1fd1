"""读公报: from the lines of an issue to documents and clauses. Pure Python, without Django or a database."""
