"""比较: how a promised number is compared with what was reached. Knows no database and no city."""
