"""S06: which regulations and rules are made this year, by whom, and what people say of them first."""
