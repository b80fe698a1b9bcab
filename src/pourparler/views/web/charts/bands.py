"""The timeline as bands: phases behind, meetings, events and statements in lanes before them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pourparler.model import MeetingHeld, first_day, last_day
from pourparler.process.timeline import describe_meeting
from pourparler.views.web.asking import Question
from pourparler.views.web.templating import day as in_words

WIDTH = 1000.0
LEFT, RIGHT = 92.0, 8.0
LANES = {"meetings": 66.0, "events": 112.0, "statements": 172.0}
BAR = 34.0
BOTTOM = 184.0
MOST_DOTS = 120
BINS = 90
_LABEL_WIDTH = 70.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A phase behind the lanes."""

    x: float
    width: float
    phase: str
    title: str
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A meeting; `reach` draws one whose day is known only to a month or so as a line."""

    x: float
    y: float
    reach: float
    radius: float
    status: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Bar:
    """How many there are in a stretch of days."""

    x: float
    y: float
    width: float
    height: float
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Bands:
    """The whole chart. `dots` is None where there are too many meetings to draw one by one."""

    first: str
    last: str
    phases: list[Stretch]
    dots: list[Dot]
    meetings: list[Bar]
    events: list[Bar]
    statements: list[Bar]
    ticks: list[tuple[float, str, str]]
    closer: list[tuple[str, str]]


class _Scale:
    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, max(last, first + timedelta(days=1))
        self._per_day = (WIDTH - LEFT - RIGHT) / (self.last - self.first).days

    def x(self, day: date) -> float:
        """Where a day stands; days outside stand at the edge."""
        inside = min(max(day, self.first), self.last)
        return round(LEFT + (inside - self.first).days * self._per_day, 1)

    def holds(self, first: date, last: date) -> bool:
        """Whether a stretch of days touches the chart."""
        return first <= self.last and last >= self.first


def bands_of(question: Question, since: date | None, until: date | None) -> Bands | None:
    """The chart from `since` to `until` (None: from the first report to the view's day)."""
    view = question.view
    days = [by.day for by in view.tellings()]
    if not days:
        return None
    begins = since or max(
        date.fromisoformat(days[0]), _begin(view.process.since if view.process else None)
    )
    ends = until or date.fromisoformat(view.as_of)
    if ends < begins:
        begins, ends = ends, begins
    scale = _Scale(begins, ends)
    meetings = [one for one in view.meetings() if _touches(one, scale)]
    many = len(meetings) > MOST_DOTS
    events = [first_day(entry.when) for entry in view.timeline() if entry.kind == "event"]
    said = view.holding.statements.per_day(view.as_of)
    return Bands(
        first=scale.first.isoformat(),
        last=scale.last.isoformat(),
        phases=list(_phases(question, scale)),
        dots=[] if many else _apart([_dot(question, one, scale) for one in meetings]),
        meetings=_bars(
            question, scale, [(first_day(one.occurred or ""), 1) for one in meetings], "meetings"
        )
        if many
        else [],
        events=_bars(question, scale, [(when, 1) for when in events], "events"),
        statements=_bars(
            question, scale, [(date.fromisoformat(when), n) for when, n in said], "statements"
        ),
        ticks=list(_ticks(scale)),
        closer=list(_closer(question, scale)),
    )


def _begin(when: str | None) -> date:
    return (first_day(when) if when else None) or date.min


def _touches(meeting: MeetingHeld, scale: _Scale) -> bool:
    first, last = first_day(meeting.occurred or ""), last_day(meeting.occurred or "")
    return first is not None and scale.holds(first, last or first)


def _phases(question: Question, scale: _Scale) -> Iterable[Stretch]:
    for phase in question.view.phases():
        first = first_day(phase.since)
        last = (first_day(phase.until) if phase.until else None) or scale.last
        if first is not None and scale.holds(first, last):
            x, width = scale.x(first), scale.x(last) - scale.x(first)
            label = phase.phase if width >= _LABEL_WIDTH else ""
            title = f"{phase.phase}, since {in_words(phase.since)}"
            if phase.until:
                title += f", until {in_words(phase.until)}"
            yield Stretch(x, round(width, 1), phase.phase, title, label)


def _dot(question: Question, meeting: MeetingHeld, scale: _Scale) -> Dot:
    first, last = first_day(meeting.occurred or ""), last_day(meeting.occurred or "")
    assert first is not None
    x = scale.x(first)
    words = describe_meeting(meeting, question.view.format_name)
    return Dot(
        x=x,
        y=LANES["meetings"] - 12,
        reach=round(max(0.0, scale.x(last or first) - x), 1),
        radius=min(4.0 + 1.2 * meeting.support.independent, 9.0),
        status=meeting.status,
        title=f"{in_words(meeting.occurred)}: {words}",
        url=question.meeting(meeting.id),
    )


def _apart(dots: Sequence[Dot]) -> list[Dot]:
    """The dots, those that would cover one another set above one another."""
    placed: list[Dot] = []
    last: dict[int, float] = {}
    for dot in sorted(dots, key=lambda one: one.x):
        row = next((row for row in range(3) if last.get(row, -99.0) + 11 <= dot.x), 0)
        last[row] = dot.x
        y = LANES["meetings"] - 12 + (0, -14, 14)[row]
        placed.append(Dot(dot.x, y, dot.reach, dot.radius, dot.status, dot.title, dot.url))
    return placed


def _bars(
    question: Question, scale: _Scale, counted: Iterable[tuple[date | None, int]], lane: str
) -> list[Bar]:
    size = max(1, -(-(scale.last - scale.first).days // BINS))
    bins: dict[int, int] = {}
    for when, count in counted:
        if when is not None and scale.first <= when <= scale.last:
            index = (when - scale.first).days // size
            bins[index] = bins.get(index, 0) + count
    most = max(bins.values(), default=1)
    bars = []
    for index, count in sorted(bins.items()):
        first = scale.first + timedelta(days=index * size)
        last = min(first + timedelta(days=size - 1), scale.last)
        height = round(max(2.0, BAR * count / most), 1)
        x = scale.x(first)
        width = max(2.0, scale.x(first + timedelta(days=size)) - x - 1)
        days = first.isoformat() if first == last else f"{first} to {last}"
        url = question.here(since=first.isoformat(), until=last.isoformat(), **{"from": None})
        bars.append(
            Bar(
                x,
                round(LANES[lane] - height, 1),
                round(width, 1),
                height,
                f"{count:,} {lane}, {days}",
                url,
            )
        )
    return bars


def _ticks(scale: _Scale) -> Iterable[tuple[float, str, str]]:
    """Place, label and day of each year, quarter, month or tenth day, as there is room."""
    days = (scale.last - scale.first).days
    step = 12 if days > 900 else 3 if days > 300 else 1
    years = max(1, days // 365 // 12)
    day = scale.first.replace(day=1)
    while day <= scale.last:
        if day >= scale.first and (day.month - 1) % step == 0:
            if step < 12:
                yield scale.x(day), day.strftime("%b %Y"), day.isoformat()
            elif day.year % years == 0:
                yield scale.x(day), str(day.year), day.isoformat()
        day = (day + timedelta(days=32)).replace(day=1)


def _closer(question: Question, scale: _Scale) -> Iterable[tuple[str, str]]:
    """Links that look nearer, wider, earlier and later."""
    whole = scale.last - scale.first
    middle = scale.first + whole / 2

    def to(first: date, last: date) -> str:
        return question.here(since=first.isoformat(), until=last.isoformat(), **{"from": None})

    half = max(whole / 4, timedelta(days=7))
    yield "Earlier", to(_shift(scale.first, -whole / 2), _shift(scale.last, -whole / 2))
    yield "Closer", to(middle - half, middle + half)
    yield "Wider", to(_shift(scale.first, -whole / 2), _shift(scale.last, whole / 2))
    yield "Later", to(_shift(scale.first, whole / 2), _shift(scale.last, whole / 2))
    yield "All", question.here(since=None, until=None, **{"from": None})


def _shift(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return day
