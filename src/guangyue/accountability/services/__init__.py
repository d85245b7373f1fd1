"""Everything that changes a case: one verb, one function, one transaction."""
