"""抽取: drawing lots so that anyone can do it over. Knows no database and no Django."""
