"""演示医疗机构: invented, each known by one code wherever the demonstration speaks of it."""

from guangyue.kit.identities import make_credit_code

Institution = tuple[str, str]  # its name and its code


def _institution(nth: int, name: str) -> Institution:
    return name, make_credit_code(region="371502", serial=99_000_000 + nth).text


CLINIC = _institution(0, "湖畔综合门诊部")
HOSPITAL = _institution(1, "岳东医院")
DENTIST = _institution(2, "运河口腔诊所")
INSTITUTIONS = (CLINIC, HOSPITAL, DENTIST)
