"""Persons and offices made anew from public data sets, and what that would change.

The source is a folder of office-holder lists, one CSV file a country, with the columns
`position, person, personID, start, end` and perhaps `gender`; a file of the same name ending
in `.bio` may give `id, name, gender`. The lists that the every-politician-scrapers project
keeps of Wikidata (`html/holders21.csv`, `html/bio.csv` of each country) have that form, and
Wikidata's statements are in the public domain (CC0).
"""

import csv
import difflib
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from pourparler.codebook.actors.states import load_states
from pourparler.codebook.files import BUILT_IN
from pourparler.codebook.rebuild.posts import post_of
from pourparler.codebook.spelling import slug
from pourparler.errors import CodebookError
from pourparler.model import Post

_SUFFIX = re.compile(r"-(cabinet|ministers)$")
_COUNTRIES = {
    "bosnia-herzegovina": "bosnia-and-herzegovina",
    "czech": "czechia",
    "saudi": "saudi-arabia",
    "swiss-federal-council": "switzerland",
    "uae": "united-arab-emirates",
    "us": "united-states",
}

_TITLED = {"ambassador", "head", "deputy-head", "intelligence-chief", "security-adviser"}

_SOURCE = (
    "# Office holders since 1990, as Wikidata has them (CC0), by way of the lists of\n"
    "# github.com/every-politician-scrapers, 2022-07 to 2023-01. Made by\n"
    "# pourparler.codebook.rebuild; corrections and later days\n"
    "# go into ../{name}, whose rows replace these.\n"
)


class Holder(Struct, frozen=True):
    """One line of the source: who held which post for which actor, when."""

    person: str
    wikidata: str
    gender: str
    country: str
    post: Post
    actor: str
    since: str
    until: str
    title: str


class Rebuilt(Struct, frozen=True):
    """The tables made anew by file name, and how they differ from those on disk."""

    tables: dict[str, str]
    difference: tuple[str, ...]

    def write(self, folder: Path) -> None:
        """Write the tables into `folder`."""
        for name, text in self.tables.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def rebuild(source: Path, folder: Path = BUILT_IN) -> Rebuilt:
    """The person and office tables of `folder` made from the lists in `source`.

    Writes nothing; `Rebuilt.write` does. Raises CodebookError where `source` holds no list.
    """
    files = sorted(source.glob("*.csv"))
    if not files:
        raise CodebookError("no CSV file there.", file=str(source), fix="Name the lists' folder.")
    states = load_states([folder])
    holders = [
        holder
        for path in files
        if (country := _country(path)) in states
        for holder in _holders(path, country)
    ]
    ids = _person_ids(holders)
    tables = {
        "wikidata/persons.csv": _persons_table(holders, ids),
        "wikidata/offices.csv": _offices_table(holders, ids),
    }
    return Rebuilt(tables, tuple(_difference(tables, folder)))


def _country(path: Path) -> str:
    name = _SUFFIX.sub("", path.stem)
    return _COUNTRIES.get(name, name)


def _holders(path: Path, country: str) -> Iterator[Holder]:
    genders = _genders(path.with_suffix(".bio"))
    for row in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))):
        found = post_of(row["position"], country)
        name = re.sub(r"\s*\(.*?\)|,.*", "", row["person"]).strip()
        late_enough = (row["end"] or "9999") >= "1990"
        if found is None or not late_enough or not _is_name(name):
            continue
        post, part = found
        gender = row.get("gender") or genders.get(row["personID"], "")
        yield Holder(
            person=name,
            wikidata=row["personID"],
            gender={"male": "m", "female": "f"}.get(gender, ""),
            country=country,
            post=post,
            actor=country + part,
            since=_day(row["start"]),
            until=_day(row["end"]),
            title=row["position"] if post in _TITLED else "",
        )


def _genders(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    rows = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")))
    return {row["id"]: row["gender"] or "" for row in rows}


def _is_name(name: str) -> bool:
    """Whether `name` is one written in Latin letters."""
    return bool(name) and all(
        ord(letter) < 0x250 or letter in "’ʻʼ" or 0x1E00 <= ord(letter) < 0x1F00 for letter in name
    )


def _day(text: str) -> str:
    """The day, month or year of the source, without the zeros it writes for "unknown"."""
    return text.strip().replace("-00", "")


def _person_ids(holders: Iterable[Holder]) -> dict[str, str]:
    """An id for each Wikidata item: the name's slug, with the country where two share it."""
    owners: dict[str, dict[str, Holder]] = {}
    for holder in holders:
        owners.setdefault(slug(holder.person), {}).setdefault(holder.wikidata, holder)
    ids: dict[str, str] = {}
    for name, items in sorted(owners.items()):
        for item, holder in sorted(items.items(), key=lambda pair: (len(pair[0]), pair[0])):
            plain = name if len(items) == 1 else f"{name}-{holder.country}"
            taken = set(ids.values())
            ids[item] = plain if plain not in taken else f"{plain}-{item.lower()}"
    return ids


def _persons_table(holders: Iterable[Holder], ids: Mapping[str, str]) -> str:
    rows: dict[str, tuple[str, ...]] = {}
    names: set[tuple[str, str]] = set()
    for holder in holders:
        id = ids[holder.wikidata]
        if id in rows or (holder.person, holder.country) in names:
            continue
        names.add((holder.person, holder.country))
        rows[id] = (id, holder.person, holder.gender, holder.country, "")
    return _table("persons.csv", ("id", "name", "gender", "country", "other_names"), rows.values())


def _offices_table(holders: Iterable[Holder], ids: Mapping[str, str]) -> str:
    kept = {line.split(",", 1)[0] for line in _persons_table(holders, ids).splitlines()}
    rows = {
        (ids[h.wikidata], h.post, h.actor, h.since, h.until, h.title)
        for h in holders
        if ids[h.wikidata] in kept
        and not (h.until and h.since and h.until < h.since[: len(h.until)])
    }
    columns = ("person", "post", "actor", "since", "until", "title")
    return _table(
        "offices.csv", columns, sorted(_joined(rows), key=lambda r: (r[2], r[1], r[3], r[0]))
    )


def _joined(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Terms of one person in one office that follow each other, made one."""
    last: tuple[str, ...] | None = None
    for row in sorted(rows, key=lambda r: (r[0], r[1], r[2], r[3], r[4] or "9999")):
        same = last is not None and row[:3] == last[:3]
        if last is not None and same and (not last[4] or row[3] <= last[4]):
            until = "" if not (last[4] and row[4]) else max(last[4], row[4])
            last = (*last[:4], until, last[5] or row[5])
            continue
        if last is not None:
            yield last
        last = row
    if last is not None:
        yield last


def _table(name: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    out = io.StringIO()
    out.write(_SOURCE.format(name=name))
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def _difference(tables: Mapping[str, str], folder: Path) -> Iterator[str]:
    for name, text in tables.items():
        path = folder / name
        old = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        yield from difflib.unified_diff(old, text.splitlines(), name, name, n=0, lineterm="")
