"""公报与政策库 (S01): the gazette by document and clause, whether it is in force on a day, explained, pushed
to those it is for, and cleaned up by whoever made it."""
