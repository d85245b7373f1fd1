"""Everything that changes a ledger: one verb, one function, one transaction."""
