"""公开公示: what the public is told by name, never with a full ID number, and the objections to it."""
