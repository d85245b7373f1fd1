"""一件事: several matters as one wish, with one form, one set of materials and one progress."""
