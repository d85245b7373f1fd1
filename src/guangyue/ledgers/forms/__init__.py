"""What people fill in about problems."""
