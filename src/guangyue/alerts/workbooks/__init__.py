"""表样: what comes in by CSV and Excel, and goes out."""
