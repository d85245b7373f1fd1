"""The pages of applications, decisions and rosters."""
