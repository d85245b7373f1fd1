"""赋权: which body may exercise which power of the city, in which way and since when."""
