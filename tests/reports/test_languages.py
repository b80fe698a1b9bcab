"""Which language a text is in, and an honest None."""

import pytest

from pourparler.reports import detect_language
from pourparler.reports.languages import language_code

from .taking import SENTENCE


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (SENTENCE, "en"),
        ("Talks between the two sides collapse.", "en"),
        ("Norland's foreign minister arrives in Lakeview for talks.", "en"),
        ("Der Außenminister sagte, die Gespräche würden fortgesetzt.", "de"),
        ("Le ministre a déclaré que les pourparlers reprendraient la semaine prochaine.", "fr"),
        ("El ministro dijo que las conversaciones continuarán la próxima semana.", "es"),
        ("De minister zei dat de gesprekken in de week van het overleg of later doorgaan.", "nl"),
        ("Ministeren sagde fredag, at forhandlingerne fortsætter for at nå en aftale.", "da"),
        ("Dışişleri Bakanı görüşmelerin gelecek hafta süreceğini söyledi.", "tr"),
        ("Переговоры завершились в столице.", "ru"),
        ("انتهت المحادثات بين الجانبين", "ar"),
        ("وزیر امور خارجه گفت که گفت‌وگوها ادامه خواهد یافت", "fa"),
        ("外交部长周五表示，会谈将于下周继续举行。", "zh"),
        ("Արտգործնախարարը հայտարարեց, որ բանակցությունները կշարունակվեն։", "hy"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "OK", "12 / 34", "Lakeview", "...", "😀" * 50])
def test_too_little_to_tell(text: str) -> None:
    assert detect_language(text) is None


@pytest.mark.parametrize(
    ("named", "code"),
    [("English", "en"), ("eng", "en"), ("en-US", "en"), ("TR", "tr"), ("Klingon", None)],
)
def test_names_of_languages(named: str, code: str | None) -> None:
    assert language_code(named) == code
