"""What changes where people stand, and what they are told."""
