"""What changes what is recorded of credit."""
