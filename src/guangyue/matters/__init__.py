"""事项: what can be applied for, described the same way at every level, version by version."""
