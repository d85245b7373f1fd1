"""The pages of accounts: the way in, one's own account, and the desk pages of those who manage the others."""
