"""Who acts for whom."""

from msgspec.structs import replace

from pourparler.model import Mention, Span
from tests.process.making import PARTIES, mention


def test_a_minister_acts_for_the_state() -> None:
    who = PARTIES.who(mention("anna-brandt", represents="freedonia"))
    assert (who.actor, who.name) == ("freedonia", "Freedonia")


def test_who_tells_a_thing_is_the_person_with_post_and_side() -> None:
    minister = replace(mention("anna-brandt", represents="freedonia"), post="foreign-minister")
    assert PARTIES.teller(minister).described == "Anna Brandt, foreign minister of Freedonia"
    assert PARTIES.teller(mention("anna-brandt", "freedonia")).described == "Anna Brandt, Freedonia"
    assert PARTIES.teller(mention("freedonia")).described == "Freedonia"


def test_an_opposition_does_not_act_for_its_country() -> None:
    assert PARTIES.who(mention("freedonia.opposition")).actor == "freedonia.opposition"


def test_whom_nobody_knows_stays_unknown() -> None:
    who = PARTIES.who(Mention(Span(0, 8, "a source"), None, "a source", "unnamed"))
    assert (who.actor, who.name) == (None, "a source")


def test_a_process_is_concerned_by_two_who_take_part_with_a_party_among_them() -> None:
    freedonia, osterlich, stranger = (
        PARTIES.who(mention(one)) for one in ("freedonia", "osterlich", "ruritania")
    )
    assert PARTIES.concern([freedonia, osterlich])
    assert not PARTIES.concern([freedonia, stranger])
    assert not PARTIES.concern([osterlich, osterlich])
