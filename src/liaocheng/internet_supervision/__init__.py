"""S36: one catalogue of what every office supervises, and one pool of what was done under it."""
