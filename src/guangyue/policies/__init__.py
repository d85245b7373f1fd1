"""政策规则: what the rules say, beside their clauses; the figures of notices; what if they changed."""
