"""S03: the numbers that the city's documents promise, beside what was reached."""
