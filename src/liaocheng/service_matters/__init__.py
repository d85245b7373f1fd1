"""事项库: what the city offers to citizens and enterprises, said the same way at every level."""
