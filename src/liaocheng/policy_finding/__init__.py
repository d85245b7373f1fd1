"""政策找人: the rules of all systems look for those they are meant for, and tell each what is owed."""
