"""Pages of the desk and of the public."""
