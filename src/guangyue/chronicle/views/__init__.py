"""The pages of the chronicle."""
