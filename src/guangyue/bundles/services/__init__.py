"""Everything that changes a theme, a proposal or a bundle: one verb, one function, one transaction."""
