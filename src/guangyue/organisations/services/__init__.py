"""Everything that changes the register of organisations: one verb, one function, one transaction."""
