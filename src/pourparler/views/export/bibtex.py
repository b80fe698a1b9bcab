r"""Reports as BibTeX, for citing them in a text.

An entry is `@misc`, which every style prints; biblatex reads `date`, BibTeX `year` and `month`.
Both hold what is known of the day of publication and no more. Texts are made safe for TeX: what
TeX would take for a command is written so that it prints.
"""

from collections.abc import Iterator

from pourparler.app import View
from pourparler.views.export.citing import Cited, flat

_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "%": r"\%",
    "&": r"\&",
    "#": r"\#",
    "$": r"\$",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    '"': "''",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def as_bibliography(view: View) -> Iterator[str]:
    """An entry a report, by day of publication."""
    for report, _ in view.each_report():
        yield _entry(Cited.of(report), flat(report.text)[:80].rsplit(" ", 1)[0])


def _entry(report: Cited, opening: str) -> str:
    point = report.published.partition("T")[0]
    title = flat(report.title) if report.title else f"{opening} …"
    fields = {
        "title": f"{{{_tex(title)}}}",
        "author": f"{{{_tex(report.outlet)}}}" if report.outlet else None,
        "date": point,
        "year": point[:4],
        "url": _address(report.link) if report.link else None,
        "note": _tex(f"Pourparler report {report.id}"),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    if len(point) >= 7:
        lines.append(f"  month = {_MONTHS[int(point[5:7]) - 1]},\n")
    return f"@misc{{report-{report.id},\n{''.join(lines)}}}\n\n"


def _tex(text: str) -> str:
    return "".join(_TEX.get(one, one) for one in text if one.isprintable())


def _address(link: str) -> str:
    """A link as `url` fields hold it: braces, backslashes and spaces in their URL encoding."""
    coded = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", '"': "%22"}
    return "".join(coded.get(one, one) for one in link if one.isprintable())
