"""Everything that changes random inspections: one verb, one function, one transaction."""
