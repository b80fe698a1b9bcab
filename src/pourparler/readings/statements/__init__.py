"""Statements: who said what, as one report tells it.

One module a question: where quotation marks stand (`marks`), what a cue verb's content is
(`clauses`, `complements`), whose words are quoted (`quoted`), who speaks (`speakers`), what
phrases attribute ("according to": `phrases`) and how the drafts become statements (`joining`).
"""

from pourparler.model import Statement
from pourparler.readings.page import Page
from pourparler.readings.statements.clauses import find_clauses
from pourparler.readings.statements.joining import join
from pourparler.readings.statements.marks import find_quotations
from pourparler.readings.statements.nominals import find_nominals
from pourparler.readings.statements.phrases import find_phrases
from pourparler.readings.statements.quoted import Quoting
from pourparler.readings.statements.sheet import Sheet

__all__ = ["find_statements"]


def find_statements(page: Page) -> tuple[Statement, ...]:
    """Everything the report has somebody say, believe or plan, in text order."""
    cues = page.codebook.cues
    sheet = Sheet(page.doc, cues.silent)
    quotations = find_quotations(sheet.text)
    told = [*find_clauses(sheet, cues), *find_nominals(sheet, cues), *find_phrases(sheet)]
    quoted = Quoting(sheet, cues, quotations, told).attribute()
    return join(page, sheet, quotations, told, quoted)
