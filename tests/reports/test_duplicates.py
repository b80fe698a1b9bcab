"""Near-copies: found however they were cut, and never two reports of one event in other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pourparler.reports import bands, bands_of, is_copy, signature, similarity

LEAD = "The foreign ministers of Norland and Sudria met in Lakeview on Tuesday for two hours."
BODY = (
    " They agreed to let experts draft a timetable for the withdrawal of troops from the valley,"
    " Foreign Minister Anna Brandt told reporters after the session. Her counterpart left without"
    " a word. A mediator who took part said that the mood had been better than in March, when the"
    " last round broke up over a map. Norland has kept 1,200 soldiers in the valley since 2019."
    " Sudria wants them gone before it opens the border crossings; Norland holds that the"
    " crossings must come first. Both governments said that their technical teams would go on"
    " talking through the weekend, and that a further meeting of ministers could take place in"
    " the second half of the month if the draft is ready by then."
)
STORY = LEAD + BODY
TOLD_ANEW = (
    "Norland's chief diplomat sat down with the Sudrian minister in Lakeview. After the talks,"
    " which lasted some two hours, Anna Brandt spoke of a timetable that specialists are to write"
    " for pulling soldiers out of the valley. Sudria's side kept silent. According to one of the"
    " mediators the atmosphere was warmer than at the failed round of March. The old quarrel is"
    " about order: Sudria asks that the 1,200 troops leave first, Norland that border posts open"
    " before that. Teams of both countries continue over the weekend, and ministers may meet"
    " again later this month."
)


@pytest.mark.parametrize(
    "edited",
    [
        STORY,
        "LAKEVIEW, May 5 (Boreal) — " + STORY,
        "In a step few had expected, two rivals sat down at one table on Tuesday." + BODY,
        STORY + " The two countries broke off relations in 2011 after a dispute over water.",
        "The week brought surprises in the region and beyond it, observers say. " + STORY,
        STORY[: len(STORY) // 2],
        STORY.replace("Tuesday", "TUESDAY").replace("—", "-").replace(".", "!"),
        STORY.replace("Brandt", "Brändt"),
    ],
)
def test_a_copy_however_edited(edited: str) -> None:
    assert is_copy(edited, STORY)
    assert is_copy(STORY, edited)
    assert set(bands_of(edited)) & set(bands_of(STORY))


@pytest.mark.parametrize(
    ("later", "earlier"),
    [
        (TOLD_ANEW, STORY),
        ("Talks resume in Lakeview.", "Talks resume in Lakeview."),
        (
            "Norland reports its first case of the new variant that was first seen in Sudria.",
            "Westmark reports its first case of the new variant that was first seen in Sudria.",
        ),
        (
            "At least 12 people are killed and 30 wounded in an attack on a convoy near Lakeview.",
            "At least 14 people are killed and 41 wounded in an attack on a convoy near Lakeview.",
        ),
        ("", ""),
        ("", STORY),
    ],
)
def test_what_is_no_copy(later: str, earlier: str) -> None:
    assert not is_copy(later, earlier)


def test_a_short_item_republished() -> None:
    item = "The parliament of Norland ratifies the treaty with Sudria, years after it was signed."
    assert is_copy(item, item)
    assert is_copy(f"{item} The vote was close.", item)


def test_the_daily_count_in_the_same_words() -> None:
    def count(day: int) -> str:
        first, second, third, fourth = (day * step % 9000 + 1000 for step in (17, 23, 31, 57))
        return (
            f"The health office of Norland has counted {first} new cases in the past day, which"
            f" brings the total of the country to {second}. It also counted {third} people who"
            f" recovered and {fourth} who are treated in one of the hospitals of the capital or"
            " of the province, where beds have become scarce since the beginning of the month."
        )

    assert not is_copy(count(8), count(3))
    assert is_copy(count(3), count(3))


def test_bands_never_change() -> None:
    """They are kept in records: other values would hide every copy of what was read before."""
    assert bands_of(STORY)[:3] == (61136963236313163, 290765310975715818, 637138480471977041)
    assert len(bands_of(STORY)) == 24


def test_bands_fit_a_database_column() -> None:
    assert all(-(2**63) <= band < 2**63 for band in bands_of(STORY))
    assert bands_of("") == bands_of("Talks resume in Lakeview.") == ()


def test_similarity_is_of_shingles() -> None:
    assert similarity(STORY, STORY) == 1.0
    assert similarity(STORY, "") == 0.0
    assert 0.0 < similarity(STORY, STORY[: len(STORY) // 2]) < 0.6
    assert similarity(signature(STORY), STORY) == 1.0


@given(some.text(max_size=300))
def test_every_text_is_like_itself(text: str) -> None:
    mine = signature(text)
    assert mine == signature(text)
    assert similarity(mine, mine) == (1.0 if mine.shingles else 0.0)
    assert len(set(bands(mine))) == len(bands(mine))
