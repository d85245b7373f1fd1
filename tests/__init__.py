"""Journeys through several mechanisms, and tests of the repository itself."""
