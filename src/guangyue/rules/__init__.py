"""政策规则: who is owed what, said once beside its clause, judged for one case and for a whole city."""
