from pourparler.language.names import NameRow
from pourparler.language.silver import agreed_rows


def test_only_texts_with_the_same_names_are_taken() -> None:
    texts = ["In Orsk", "No names", "Berg left", "Berg met Ruiz"]
    first = [((3, 7, "LOC"),), (), ((0, 4, "PER"),), ((0, 4, "PER"), (9, 13, "PER"))]
    second = [((3, 7, "LOC"),), (), ((0, 4, "ORG"),), ((0, 4, "PER"),)]
    assert list(agreed_rows(texts, [first, second])) == [NameRow("In Orsk", ((3, 7, "LOC"),))]
