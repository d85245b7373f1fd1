"""Pages: of the public, of enterprises, and of officials."""
