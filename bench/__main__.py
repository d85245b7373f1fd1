"""`gy bench [NAME…]`: all measurements, or those named."""

import importlib
import pkgutil
import sys

import bench

TOOLS = {"__main__", "measure", "city"}


def main(chosen: list[str]) -> int:
    offered = sorted({module.name for module in pkgutil.iter_modules(bench.__path__)} - TOOLS)
    if unknown := set(chosen) - set(offered):
        print(f"没有这项测量：{'、'.join(sorted(unknown))}。可选：{'、'.join(offered)}")
        return 2
    for name in chosen or offered:
        measurement = importlib.import_module(f"bench.{name}")
        print(f"\n== {name}: {(measurement.__doc__ or '').splitlines()[0]}", flush=True)
        measurement.main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
