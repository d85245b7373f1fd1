"""大事记: what happened in the city on which day, who took part, and what was decided."""
