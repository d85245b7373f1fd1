"""办件: an application from intake to delivery, its road, its papers and its clocks."""
