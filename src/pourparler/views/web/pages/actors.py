"""One party or person: what it holds, wants, has met and has said."""

from pourparler.model import Actor, MeetingHeld
from pourparler.views.tables import plain, position_row
from pourparler.views.web.asking import Page, Question
from pourparler.views.web.failing import NotFoundError

MOST_STATEMENTS = 10
MOST_MEETINGS = 12
MOST_LINES = 20


def party(question: Question) -> Page:
    """An actor of the record as of the day."""
    view, id = question.view, question.names["id"]
    actor = next((one for one in view.actors() if one.id == id), None)
    if actor is None and (view.process is None or id not in view.process.actors):
        raise NotFoundError(f"no report of this process names an actor {id!r} as of {view.as_of}")
    actor = actor or Actor(id, view.actor_name(id), "unknown")
    held = [one for one in view.positions(given_up=True) if id == one.party.actor]
    held.sort(key=lambda one: (one.until is not None, one.told_on), reverse=False)
    said = view.statement_page(skip=0, most=MOST_STATEMENTS, party=id)
    meetings = [one for one in view.meetings() if _takes_part(id, one)]
    return Page(
        "party.html",
        actor.name,
        items=plain(held),
        rows=lambda: (position_row(one, view) for one in held),
        context={
            "actor": actor,
            "held": [one for one in held if one.until is None],
            "given_up": [one for one in reversed(held) if one.until is not None][:MOST_LINES],
            "given_up_url": question.to("/positions", party=id),
            "orderings": [one for one in view.preconditions() if one.party.actor == id][
                :MOST_LINES
            ],
            "deadlocks": [
                one for one in view.deadlocks() if id in {who.actor for who in one.parties}
            ][:MOST_LINES],
            "meetings": list(reversed(meetings))[:MOST_MEETINGS],
            "meetings_total": len(meetings),
            "said": said,
            "people": [one for one in view.actors() if one.country == id and one.kind == "person"][
                :200
            ],
            "statements_url": question.to("/statements", party=id),
        },
    )


def _takes_part(actor: str, meeting: MeetingHeld) -> bool:
    return any(actor in (who.actor, who.represents) for who in meeting.participants)
