"""What applicants, and those who help them, do with cases on the portal."""
