"""政策库: issues come in, are checked and released; the public searches, reads and cites them."""
