"""CAP 1.2, the Common Alerting Protocol of OASIS: a warning as other systems read it. Knows no database."""
