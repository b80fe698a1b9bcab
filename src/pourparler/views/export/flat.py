"""Tables without nested values, for CSV: what a row holds in parts becomes columns of their own.

A part that names or quotes the whole keeps the field's own name (`speaker`, `content`), the
others follow it (`speaker_actor`, `content_start`). Of quoted words that lie in several places
the words are joined and the first place is given; any other list is joined, part by part in one
order, so that the second of `participants_role` is that of the second of `participants`.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from pourparler.views.export.cells import BETWEEN_ITEMS
from pourparler.views.export.fields import TEXT, Field, Group, Many, Plain, Table, Type

Row = dict[str, Any]

BETWEEN_WORDS = " … "

_MAIN = ("name", "exact", "words", "text")
"""The part that stands for the whole, the first of these that there is."""

_PARTS = {
    "actor": "id of the actor",
    "report": "id of the report",
    "start": "where the words start",
    "end": "where they end",
}
"""What parts mean where their name does not say it."""


class _Column(NamedTuple):
    field: Field
    of: str
    read: Callable[[Any], Any]


class Flat:
    """A table of plain columns, and the rows of the nested table as rows of this one."""

    def __init__(self, table: Table) -> None:
        self._columns = [column for field in table.fields for column in _columns(field)]
        self.table = Table(table.meaning, tuple(one.field for one in self._columns), table.key)

    def row(self, row: Mapping[str, Any]) -> Row:
        """A row of the nested table, flat."""
        return {one.field.name: one.read(row.get(one.of)) for one in self._columns}


def _columns(field: Field) -> Iterator[_Column]:
    if isinstance(field.type, Group):
        for path, plain in _paths(field.type):
            yield _Column(_part(field, path, plain), field.name, _reading(path))
    elif not isinstance(field.type, Many):
        yield _Column(field, field.name, lambda value: value)
    elif isinstance(field.type.of, Group):
        yield from _columns_of_list(field, field.type.of)
    else:
        joined = Field(field.name, TEXT, f"{field.meaning}; joined with “{BETWEEN_ITEMS}”")
        yield _Column(joined, field.name, lambda values: _joined(values or (), BETWEEN_ITEMS))


def _columns_of_list(field: Field, group: Group) -> Iterator[_Column]:
    for path, plain in _paths(group):
        if "exact" not in group:
            between = BETWEEN_WORDS if path == ("words",) else BETWEEN_ITEMS
            yield _Column(_part(field, path, TEXT), field.name, _joining(path, between))
        elif path == ("exact",):
            yield _Column(_part(field, path, TEXT), field.name, _joining(path, BETWEEN_WORDS))
        else:
            yield _Column(_part(field, path, plain, of="the first"), field.name, _first(path))


def _paths(group: Group) -> Iterator[tuple[tuple[str, ...], Plain]]:
    """The plain parts of a group, the one that stands for the whole first."""
    main = _main(group)
    for name in sorted(group, key=lambda one: one != main):
        part: Type = group[name]
        if isinstance(part, Group):
            yield from (((name, *rest), plain) for rest, plain in _paths(part))
        elif not isinstance(part, Many):
            yield (name,), part


def _main(group: Group) -> str | None:
    return next((name for name in _MAIN if name in group), None)


def _part(field: Field, path: tuple[str, ...], plain: Plain, of: str = "") -> Field:
    """The column of a part; the parts that stand for their whole are not in its name."""
    group: Type = field.type.of if isinstance(field.type, Many) else field.type
    names, meaning = [field.name], field.meaning
    for name in path:
        assert isinstance(group, Group)
        if name != _main(group):
            names.append(name)
            meaning = f"{field.name}: {_PARTS.get(name, name)}"
        group = group[name]
    return Field(
        "_".join(names), plain, f"{meaning}, of {of}" if of and len(names) > 1 else meaning
    )


def _at(value: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        if value is None:
            return None
        value = value[name]
    return value


def _reading(path: tuple[str, ...]) -> Callable[[Any], Any]:
    return lambda value: _at(value, path)


def _joining(path: tuple[str, ...], between: str) -> Callable[[Any], str | None]:
    return lambda values: _joined([_at(one, path) for one in values or ()], between)


def _first(path: tuple[str, ...]) -> Callable[[Any], Any]:
    return lambda values: _at(values[0], path) if values else None


def _joined(values: Any, between: str) -> str | None:
    """The values as one text, an unknown one as nothing between two others; None for nothing."""
    if all(value is None for value in values):
        return None
    return between.join("" if value is None else str(value) for value in values)
