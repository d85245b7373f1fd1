"""空气质量: indices from concentrations, and means over a day. Knows no database and no Django."""
