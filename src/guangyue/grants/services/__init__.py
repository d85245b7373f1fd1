"""What changes applications, decisions and rosters, one verb at a time."""
