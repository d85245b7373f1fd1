"""赋权下放: what the two development zones may do, in which way, in whose name, and since when."""
