"""Dated text, YAML headers, days in file names: what the report's text is, to the character."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pourparler.reports.decoding import clean

from .taking import SENTENCE, one_refusal, one_report, take


def write(folder: Path, text: str | bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.mark.parametrize(
    ("header", "text"),
    [
        (" date 2024-07-12 ", "Talks go on.\n\nThey said."),
        ("date 2024-07-12 ", "Talks go on."),
        (" date 2024-07-12\n", "Talks go on."),
        (" date 2024-07-12 ", " Talks go on. "),
        ("date: 2024-07-12 ", "Talks go on."),
        ("\n\n date 2024-07-12 ", "Talks go on.\n"),
    ],
)
def test_the_text_starts_after_the_header_and_one_white_space(
    tmp_path: Path, header: str, text: str
) -> None:
    report = one_report(write(tmp_path, header + text))
    assert report.published == "2024-07-12"
    assert report.text == text
    assert report.path == str(tmp_path / "a.txt")
    assert report.title is None


def test_a_month_stays_a_month(tmp_path: Path) -> None:
    assert one_report(write(tmp_path, " date 2024-07 " + SENTENCE)).published == "2024-07"


def test_several_reports_in_one_file_are_those_of_several_files(tmp_path: Path) -> None:
    first = " date 2024-07-12 Talks go on.\n\nThey said so."
    second = " date 2024-11-01 LAKEVIEW, November 1. /Boreal/. Talks resumed."
    (tmp_path / "apart").mkdir()
    (tmp_path / "apart" / "1.txt").write_text(first)
    (tmp_path / "apart" / "2.txt").write_text(second)
    apart, _ = take(tmp_path / "apart")
    for between in ("", "\n", "\n\n"):
        together, refusals = take(write(tmp_path, first + between + second))
        assert refusals == []
        assert [report.id for report in together] == [report.id for report in apart]


@pytest.mark.parametrize(
    "text",
    [
        "The sides set a new date 2024-11-01 for talks.",
        "They did not name the\ndate 2024-11-01 for the meeting.",
        "It was postponed. The date 2024-11-01 stands.",
        "Asked again, he gave a date 2024-11-01 Monday.",
    ],
)
def test_a_date_that_a_sentence_names_begins_no_report(tmp_path: Path, text: str) -> None:
    assert one_report(write(tmp_path, " date 2024-07-12 " + text)).text == text


def test_a_yaml_header(tmp_path: Path) -> None:
    header = (
        "---\ntitle: 'Talks: the next round'\ndate: 2024-07-12\nsource: Levant Wire\n"
        "url: https://example.org/1\nlang: en\nid: 7\n---\n\n"
    )
    report = one_report(write(tmp_path, header + SENTENCE, "a.md"))
    assert report.text == SENTENCE
    assert report.published == "2024-07-12"
    assert report.title == "Talks: the next round"
    assert report.outlet == "Levant Wire"
    assert report.url == "https://example.org/1"
    assert report.language == "en"
    assert report.key == "7"


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2024-07-12-talks.txt", "2024-07-12"),
        ("20240712_talks.txt", "2024-07-12"),
        ("talks_2024_07_12.txt", "2024-07-12"),
        ("talks 2024.07.12.txt", "2024-07-12"),
        ("2024-07-talks.md", "2024-07"),
    ],
)
def test_a_day_in_the_file_name(tmp_path: Path, name: str, day: str) -> None:
    report = one_report(write(tmp_path, SENTENCE, name))
    assert (report.published, report.text) == (day, SENTENCE)


@pytest.mark.parametrize("name", ["report-12345678901.txt", "2024-13-45.txt", "1-2-3.txt"])
def test_numbers_in_a_file_name_that_are_no_day(tmp_path: Path, name: str) -> None:
    assert "day" in one_refusal(write(tmp_path, SENTENCE, name)).reason


def test_the_file_name_may_say_less_than_the_header(tmp_path: Path) -> None:
    path = write(tmp_path, " date 2024-07-12 " + SENTENCE, "2024-07-talks.txt")
    assert one_report(path).published == "2024-07-12"


def test_the_given_day_is_for_what_carries_none(tmp_path: Path) -> None:
    path = write(tmp_path, SENTENCE)
    report = one_report(path, published="2024-07-12", outlet="Boreal")
    assert (report.published, report.outlet) == ("2024-07-12", "Boreal")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings_that_can_be_told(tmp_path: Path, encoding: str) -> None:
    text = "“We are ready,” said François Muñoz — for the third time. " + SENTENCE
    path = write(tmp_path, (" date 2024-07-12 " + text).encode(encoding))
    assert one_report(path).text == text


def test_cleaning_keeps_every_character_in_its_place(tmp_path: Path) -> None:
    path = write(tmp_path, "\ufeff date 2024-07-12 One\r\ntwo\rthree\x07four\x1bfive\tsix\u2028.")
    assert one_report(path).text == "One\ntwo\nthree four five\tsix\u2028."


@given(some.text(alphabet=some.characters(exclude_characters="\0\r\ufeff"), max_size=80))
def test_cleaning_moves_nothing_and_is_done_once(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert clean(cleaned) == cleaned
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned


def test_a_report_of_several_is_known_by_its_own_bytes(tmp_path: Path) -> None:
    path = write(tmp_path, " date 2024-07-12 Talks go on.\n\n date 2099-11-01 They ended.")
    reports, refusals = take(path)
    assert len(reports) == 1
    assert refusals[0].record == "report 2"


def test_standard_input(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with write(tmp_path, " date 2024-07-12 " + SENTENCE).open() as stream:
        monkeypatch.setattr("sys.stdin", stream)
        report = one_report("-")
    assert (report.text, report.path) == (SENTENCE, "-")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1254", "President Recep Tayyip Erdoğan said that the gate at Şanlıurfa would open."),
        ("cp1254", "Dışişleri Bakanı görüşmelerin gelecek hafta süreceğini söyledi."),
        ("cp1252", "Der Außenminister sagte, die Gespräche würden fortgesetzt."),
        ("cp1251", "Министр заявил в пятницу, что переговоры продолжатся."),
        ("cp1256", "قال وزير الخارجية يوم الجمعة إن المحادثات ستستمر"),
        ("gb18030", "外交部长周五表示，会谈将于下周在日内瓦继续举行。"),
    ],
)
def test_encodings_told_by_the_language(tmp_path: Path, encoding: str, text: str) -> None:
    path = write(tmp_path, (" date 2024-07-12 " + text).encode(encoding))
    assert one_report(path).text == text


def test_an_encoding_that_would_spoil_names_is_not_guessed(tmp_path: Path) -> None:
    text = " date 2024-07-12 The minister said that café owners in Bogotá had protested."
    assert "UTF-8" in one_refusal(write(tmp_path, text.encode("mac-roman"))).reason
