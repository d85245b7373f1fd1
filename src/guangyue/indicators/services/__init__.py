"""What changes targets, figures and verdicts."""
