"""社会救助: one door for people in hardship, the floors of every standard, and the first day's clock."""
