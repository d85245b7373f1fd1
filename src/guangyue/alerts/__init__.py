"""预警: what a forecast means by the plan of a city, who must sign it, and what everybody must then do."""
