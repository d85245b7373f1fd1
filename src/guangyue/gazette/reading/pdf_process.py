"""A process of its own that reads one PDF: its bytes come in on stdin, its lines go out as JSON.

It knows little of the rest of the program and so starts quickly.
"""

import json
import resource
import sys

import pypdfium2
from pypdfium2 import raw

from guangyue.gazette.reading.pdf_pages import Run, lines_of_pages, runs_of

MEGABYTE = 1024 * 1024
MOST_MEMORY = 2048 * MEGABYTE
MOST_PAGES = 500
FEWEST_CHARACTERS = 20  # a page, on the average; a scan has none, or the name of the scanner
LOCKED = "文件设了打开密码，请取消密码以后再导入。"
TORN = "文件不完整或者已经损坏，请用阅读软件打开，重新另存为 PDF 以后再导入。"
SCANNED = "这份 PDF 没有文字层，多半是扫描件；请先做文字识别，再导入识别得到的文件。"


class Unfit(Exception):
    """Why the file is not read, in a sentence for the person."""


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    lines: list[str] = []
    refusal = ""
    try:
        lines = read_pdf(sys.stdin.buffer.read())
    except Unfit as unfit:
        refusal = str(unfit)
    json.dump({"lines": lines, "refusal": refusal}, sys.stdout)


def read_pdf(content: bytes) -> list[str]:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as failure:
        locked = failure.err_code == raw.FPDF_ERR_PASSWORD
        raise Unfit(LOCKED if locked else TORN) from failure
    if len(document) > MOST_PAGES:
        raise Unfit(f"文件有 {len(document)} 页，超过 {MOST_PAGES} 页；请按期拆开以后再导入。")
    pages = [_runs(document, number) for number in range(len(document))]
    if sum(len(run.text.strip()) for page in pages for run in page) < FEWEST_CHARACTERS * len(pages):
        raise Unfit(SCANNED)
    return lines_of_pages(pages)


def _runs(document: pypdfium2.PdfDocument, number: int) -> list[Run]:
    try:
        return runs_of(document[number].get_textpage())
    except pypdfium2.PdfiumError as failure:
        raise Unfit(TORN) from failure


if __name__ == "__main__":
    main()
