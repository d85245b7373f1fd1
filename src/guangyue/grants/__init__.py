"""核定: what is applied for, and decided with frozen inputs."""
