"""S13: after every service one can say how good it was, and complain loudly when it was not."""
