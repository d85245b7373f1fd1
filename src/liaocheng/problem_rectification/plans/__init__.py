"""The campaigns of the city, each with its classes, fields, measures and days."""
