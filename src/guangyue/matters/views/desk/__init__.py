"""The officials' pages of the catalogue."""
