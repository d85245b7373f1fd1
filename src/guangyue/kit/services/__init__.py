"""What changes the calendar and the limits that run by it."""
