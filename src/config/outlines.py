"""Write the outlines of the city's districts: `python -m config.outlines PACKAGE FILE`, for the tool-box."""

import sys
from pathlib import Path

from guangyue.kit.outlines import write_outlines
from liaocheng.city import REGIONS

NATIONAL_CODES = "GB/T 2260"

if __name__ == "__main__":
    city = next(region.code for region in REGIONS if region.standard == NATIONAL_CODES and not region.parent)
    districts = {
        region.code: region.name
        for region in REGIONS
        if region.parent == city and region.standard == NATIONAL_CODES and region.until is None
    }
    write_outlines(Path(sys.argv[1]), districts, Path(sys.argv[2]))
