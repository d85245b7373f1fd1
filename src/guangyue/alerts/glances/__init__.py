"""What the frames show of alerts: what waits, and how things stand."""
