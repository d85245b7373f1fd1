"""监管: the catalogue of what offices supervise, and what they did under it."""
