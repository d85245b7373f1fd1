"""What is kept of the air, of warnings, and of what everybody must then do."""
