"""S04: a problem gets measures, a person and a day, is checked on the spot, and only then struck off."""
