"""What officials and enterprises fill in."""
