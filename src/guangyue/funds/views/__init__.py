"""The pages of batches, of the ledger and of a year's money."""
