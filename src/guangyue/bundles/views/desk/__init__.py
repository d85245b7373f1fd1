"""The officials' pages of themes, proposals and bundles."""
