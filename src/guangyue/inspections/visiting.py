"""现场检查 as one form: every item of one's own department, the methods, photos and signatures."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict

from guangyue.inspections.batch_forms import FindingForm, FinishForm
from guangyue.inspections.kinds import Result
from guangyue.inspections.models import Item
from guangyue.inspections.services.visiting import Brought, Found
from guangyue.kit.refusals import Refused

MOST_PHOTOS = 12
SIGNERS = {"signed_by_inspector": "执法人员签字", "signed_by_subject": "被检查人签字"}

Files = MultiValueDict[str, "UploadedFile[bytes]"]


class FieldForm:
    """What is filled in on the spot; each item has a part of its own."""

    def __init__(self, items: Sequence[Item], data: Any = None, files: Files | None = None) -> None:
        self.files: Files = files or MultiValueDict()
        self.parts = {
            item: FindingForm(data, points=_points(item), prefix=f"item-{item.pk}") for item in items
        }
        self.methods = FinishForm(data, initial={"methods": ["ON_SITE"]})

    @property
    def forms(self) -> Iterator[forms.Form]:
        yield from self.parts.values()
        yield self.methods

    def is_valid(self) -> bool:
        return not [form for form in self.forms if not form.is_valid()]  # each is asked, for its own errors

    def brought(self) -> Brought:
        photos = self.files.getlist("photos")
        if len(photos) > MOST_PHOTOS:
            raise Refused(f"一次最多 {MOST_PHOTOS} 张照片，其余的在检查页面上传。")
        return Brought(
            found={item: _found(form.found()) for item, form in self.parts.items()},
            methods=self.methods.chosen(),
            photos=photos,
            signatures=list(self._signatures()),
        )

    def _signatures(self) -> Iterator["UploadedFile[bytes]"]:
        for field, title in SIGNERS.items():
            for upload in self.files.getlist(field)[:1]:
                upload.name = f"{title}.png"
                yield upload


def _points(item: Item) -> list[str]:
    procedure = item.procedure
    return list(procedure.points) if procedure else []


def _found(said: Mapping[str, Any]) -> Found:
    result: Result = said["result"]
    return Found(answers=said["answers"], result=result, said=said["said"])
