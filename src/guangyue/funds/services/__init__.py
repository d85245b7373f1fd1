"""What changes batches, lines of the ledger and the funds of a year, one verb at a time."""
