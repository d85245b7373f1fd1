"""What the demonstration has of alerts."""
