"""Pages of cases: `own` for those who apply, `desk` for those who handle them."""
