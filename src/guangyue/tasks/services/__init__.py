"""What changes tasks: one verb, one function, one transaction."""
