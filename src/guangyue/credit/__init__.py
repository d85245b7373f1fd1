"""信用: what is recorded of firms and people, how it is repaired, and what follows from it."""
