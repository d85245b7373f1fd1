"""The demonstration's library: the gazettes of `settings.GAZETTES`, where that folder is."""

from collections.abc import Callable

from django.conf import settings

from guangyue.library.services.folders import bring_in, files_in

Say = Callable[[str], None]


def load(say: Say) -> None:
    """What is in the library already stays as it is; what needs a librarian waits for one."""
    files = list(files_in([settings.GAZETTES])) if settings.GAZETTES.is_dir() else []
    if not files:
        say("政策库是空的：用 guangyue gazette import 导入公报")
    for path in files:
        _, sentence = bring_in(path, release=True)
        say(f"{path.name}  {sentence}")
