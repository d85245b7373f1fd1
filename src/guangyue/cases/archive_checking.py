"""Whether an archive package is whole: asks nothing but the package, so that it can be done anywhere."""

import json
import zipfile
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

MANIFEST = "manifest.json"
FORM = "guangyue-case-archive/1"


def faults_of(package: Path) -> Iterator[str]:
    """What is missing, changed or too much; nothing when the package is as it was made."""
    try:
        with zipfile.ZipFile(package) as opened:
            manifest = json.loads(opened.read(MANIFEST))
            if manifest["form"] != FORM:
                yield f"归档包的格式是 {manifest['form']}，这里只认 {FORM}"
                return
            names = set(opened.namelist()) - {MANIFEST}
            yield from (f"多出 {name}" for name in sorted(names - set(manifest["parts"])))
            for name, expected in manifest["parts"].items():
                if name not in names:
                    yield f"缺少 {name}"
                elif sha256(opened.read(name)).hexdigest() != expected:
                    yield f"已被改动 {name}"
    except (zipfile.BadZipFile, zlib.error, OSError, KeyError, TypeError, ValueError, AttributeError):
        yield "这不是归档包，或者文件已经损坏"
