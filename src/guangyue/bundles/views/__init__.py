"""The pages of themes, proposals and bundles."""
