"""The pages of powers: the ledger, one power, its papers, the progress, the lists, and the public list."""
