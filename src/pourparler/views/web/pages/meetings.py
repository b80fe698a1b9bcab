"""Meetings and calls: all of them, and one with the accounts side by side."""

from dataclasses import dataclass, field
from typing import get_args

from pourparler.model import Evidence, Meeting, MeetingHeld, MeetingStatus, Telling
from pourparler.record import kinds
from pourparler.views.tables import meeting_row, plain
from pourparler.views.web.asking import Page, Question, part_of
from pourparler.views.web.failing import NotFoundError

STATUSES: tuple[str, ...] = get_args(MeetingStatus)


def meetings(question: Question) -> Page:
    """Every meeting, the latest first; with `status` or `party`, those alone."""
    view = question.view
    status, party = question.choice("status", STATUSES), question.get("party") or None
    every = [
        one
        for one in reversed(view.meetings(status=status))
        if party is None or any(party in (who.actor, who.represents) for who in one.participants)
    ]
    shown = part_of(question, every)
    counts = {one: len(view.meetings(status=one)) for one in STATUSES}
    return Page(
        "meetings.html",
        "Meetings",
        items=plain(shown.items),
        rows=lambda: ({"id": one.id, **meeting_row(one, view)} for one in every),
        context={"part": shown, "status": status, "party": party, "counts": counts},
        total=shown.total,
        next=shown.after,
    )


@dataclass(slots=True)
class Account:
    """What one report tells of a meeting."""

    by: Telling
    evidence: list[Evidence] = field(default_factory=list)
    tellings: list[Meeting] = field(default_factory=list)


def meeting(question: Question) -> Page:
    """One meeting, from plan to outcome, with what each report tells of it."""
    view, id = question.view, question.names["id"]
    found = next((one for one in view.meetings() if one.id == id), None)
    if found is None:
        raise NotFoundError(f"no meeting {id!r} is known as of {view.as_of}")
    accounts = _accounts(found, question)
    return Page(
        "meeting.html",
        f"Meeting, {found.occurred}" if found.occurred else "Meeting, day unknown",
        items=plain([found]),
        rows=lambda: [{"id": found.id, **meeting_row(found, view)}],
        context={"meeting": found, "accounts": accounts},
    )


def _accounts(meeting: MeetingHeld, question: Question) -> list[Account]:
    """The reports that tell of it, in order of publication, each with its own words."""
    view = question.view
    accounts: dict[str, Account] = {}
    for evidence in meeting.support.evidence:
        by = view.telling(evidence.report)
        if by is not None:
            accounts.setdefault(evidence.report, Account(by)).evidence.append(evidence)
    for report, account in accounts.items():
        places = {(one.start, one.end) for one in account.evidence}
        account.tellings = [
            told
            for told in view.told_by(report, kinds.MEETINGS)
            if any((span.start, span.end) in places for span in told.evidence)
        ]
    return sorted(accounts.values(), key=lambda one: (one.by.day, one.by.report))
