"""What stops a command at the terminal."""


class Trouble(Exception):
    """One sentence for the person at the terminal: what is wrong, and what to do."""


def say(sentence: object) -> str:
    return f"guangyue：{sentence}"
