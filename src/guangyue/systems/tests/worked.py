"""The worked examples of a system: our own beside it, and the catalogue's where that is at hand."""

from pathlib import Path

from guangyue.systems.examples import AnswersExamples, Example, Given, difference, read_examples


def examples_beside(tests: str, *, number: str) -> list[Example]:
    """Of the folder in which these tests lie."""
    folder = Path(tests).parent
    catalogue = sorted((folder.parents[2].parent / "shared" / "catalogue").glob(f"{number}-*.md"))
    files = [folder / f"{number}-further-examples.yaml", *catalogue]
    return [example for file in files for example in read_examples(file)]


def disagreement(answer: AnswersExamples, example: Example) -> str:
    """Empty when the system answers what the example expects."""
    given = Given(example.given)
    return difference(example, given, answer(given, example.expect.keys()))
