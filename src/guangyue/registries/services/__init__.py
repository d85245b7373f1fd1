"""What changes the registries, one verb at a time."""
