"""What reports tell of a format: its members and their roles, since when, how many rounds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pourparler.codebook import Format
from pourparler.model import FormatFacts, Membership, Role, Support, Told, Who
from pourparler.process.parties import Parties
from pourparler.process.support import in_order, support_of


def format_facts(
    told: Iterable[Told[Membership]], formats: Mapping[str, Format], parties: Parties
) -> list[FormatFacts]:
    """The facts told of each format, by its id. The latest count of rounds stands."""
    groups: dict[str, list[Told[Membership]]] = defaultdict(list)
    for one in in_order(told):
        groups[one.item.format].append(one)
    return [_facts(id, formats, group, parties) for id, group in sorted(groups.items())]


def _facts(
    id: str, formats: Mapping[str, Format], group: list[Told[Membership]], parties: Parties
) -> FormatFacts:
    members: dict[tuple[str, Role | None], list[Told[Membership]]] = defaultdict(list)
    names: dict[str, Who] = {}
    for one in group:
        if one.item.member is not None:
            actor = one.item.member.actor or one.item.member.name
            names.setdefault(actor, Who(one.item.member.actor, _name(one, parties)))
            members[actor, one.item.role].append(one)
    counted = [one for one in group if one.item.rounds is not None]
    return FormatFacts(
        id=id,
        name=formats[id].name if id in formats else id,
        members=tuple(
            (Who(names[actor].actor, names[actor].name, role), _support(those))
            for (actor, role), those in members.items()
        ),
        since=min((one.item.since for one in group if one.item.since), default=None),
        rounds=counted[-1].item.rounds if counted else None,
        rounds_by=counted[-1].by.published if counted else None,
        support=_support(group),
    )


def _name(one: Told[Membership], parties: Parties) -> str:
    member = one.item.member
    assert member is not None
    return parties.name(member.actor) if member.actor else member.name


def _support(group: Iterable[Told[Membership]]) -> Support:
    return support_of(group)
