"""The words in which warnings and orders are told."""
