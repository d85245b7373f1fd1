"""What a browser says of itself, in the words people know it by."""

BROWSERS = {
    "MicroMessenger": "微信",
    "DingTalk": "钉钉",
    "Edg": "Edge",
    "Firefox": "火狐",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "HarmonyOS": "鸿蒙手机",
    "Android": "安卓手机",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows 电脑",
    "Mac OS": "Mac 电脑",
    "Linux": "Linux 电脑",
}


def device_title(agent: str) -> str:
    """微信 · 安卓手机"""
    parts = (_first(SYSTEMS, agent), _first(BROWSERS, agent))
    return " · ".join(part for part in parts if part) or "其他设备"


def _first(titles: dict[str, str], agent: str) -> str:
    return next((title for sign, title in titles.items() if sign in agent), "")
