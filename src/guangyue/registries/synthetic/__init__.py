"""合成城市: a plausible city of invented people, the same people for the same seed and size."""
