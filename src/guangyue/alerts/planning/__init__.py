"""停限产方案求解: the least costly stops and limits that save enough. Knows no database."""
