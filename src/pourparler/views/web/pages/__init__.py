"""The pages by their paths. Each is a function from a question to what the page shows."""

from collections.abc import Callable

from pourparler.views.web.asking import Page, Question
from pourparler.views.web.pages.actors import party
from pourparler.views.web.pages.compare import compare
from pourparler.views.web.pages.data import data
from pourparler.views.web.pages.deadlocks import deadlocks
from pourparler.views.web.pages.issues import issue
from pourparler.views.web.pages.meetings import meeting, meetings
from pourparler.views.web.pages.method import method, refused
from pourparler.views.web.pages.network import network
from pourparler.views.web.pages.overview import overview
from pourparler.views.web.pages.positions import positions
from pourparler.views.web.pages.reports import report
from pourparler.views.web.pages.statements import statement, statements
from pourparler.views.web.pages.timeline import timeline
from pourparler.views.web.review import review

PAGES: dict[str, Callable[[Question], Page]] = {
    "/": overview,
    "/timeline": timeline,
    "/positions": positions,
    "/deadlocks": deadlocks,
    "/parties/{id}": party,
    "/issues/{id}": issue,
    "/meetings": meetings,
    "/meetings/{id}": meeting,
    "/statements": statements,
    "/statements/{id}": statement,
    "/reports/{id}": report,
    "/compare": compare,
    "/network": network,
    "/review": review,
    "/refused": refused,
    "/method": method,
    "/data": data,
}
