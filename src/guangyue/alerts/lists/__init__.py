"""The lists of the air, of warnings, of orders and of plans."""
