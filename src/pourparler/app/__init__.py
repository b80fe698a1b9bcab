"""The use cases, and the one place that joins the stages."""

from pourparler.app.answers import Answers
from pourparler.app.record import Record
from pourparler.app.view import View

__all__ = ["Answers", "Record", "View"]
