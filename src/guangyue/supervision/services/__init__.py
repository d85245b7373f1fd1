"""What changes items, acts, handovers and what is kept beside them."""
