"""纸: what is printed, signed and hung up."""
