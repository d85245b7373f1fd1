"""检索: passages ranked by BM25 in PostgreSQL, quoted with what was found marked."""
