"""What officials do with cases, page by page."""
