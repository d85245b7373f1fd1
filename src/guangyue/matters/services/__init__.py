"""Everything that changes the catalogue."""

from guangyue.matters.services.releasing import propose_version, release_version

__all__ = ["propose_version", "release_version"]
