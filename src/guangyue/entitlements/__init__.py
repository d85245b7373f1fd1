"""政策找人: who is entitled to what and does not know it, and what each of us is owed."""
