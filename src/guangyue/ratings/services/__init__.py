"""Everything that changes ratings and complaints: one verb, one function, one transaction."""
