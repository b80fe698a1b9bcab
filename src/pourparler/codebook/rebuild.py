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
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from pourparler.codebook.actors_states import load_states
from pourparler.codebook.files import BUILT_IN
from pourparler.codebook.spelling import fold
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

_ONLY_IN: dict[str, tuple[frozenset[str], Post]] = {
    "Premier": (frozenset({"china", "north-korea", "taiwan"}), "head-of-government"),
    "Secretary of State": (frozenset({"united-states"}), "foreign-minister"),
}
"""Titles that mean a post in some states alone: elsewhere a premier heads a province."""

_POSTS: tuple[tuple[str, Post, str], ...] = (
    (
        r"President(?: of the (?:Republic|State|Federation|Swiss Confederation))?",
        "head-of-state",
        "",
    ),
    (
        r"President of (?:the State of Palestine|the Palestinian National Authority)",
        "head-of-state",
        "",
    ),
    (
        r"Supreme Leader(?: of .*)?|[Kk]ing|[Qq]ueen|[Ee]mir|Sultan|Monarch|Pope",
        "head-of-state",
        "",
    ),
    (
        r"Chairman of the (?:Sovereignty Council|Presidential (?:Leadership )?Council|Presidency)",
        "head-of-state",
        "",
    ),
    (r"(?:Federal )?Chancellor|Prime Minister|Taoiseach", "head-of-government", ""),
    (
        r"(?:President|Chairman) of the (?:Government|Council of Ministers)",
        "head-of-government",
        "",
    ),
    (
        r"Premier of the State Council|Chairman of the Cabinet of Ministers.*",
        "head-of-government",
        "",
    ),
    (
        r"(?:Federal )?Minister (?:of|for) (?:Foreign|External) (?:and \w+ )?(?:Affairs|Relations)\b.*"
        r"|Foreign Minister|Minister for Europe and Foreign Affairs",
        "foreign-minister",
        "",
    ),
    (
        r"Secretary (?:of|for) (?:State for )?(?:the )?Foreign\b.*Affairs"
        r"|Secretary of (?:Foreign Affairs|External Relations)",
        "foreign-minister",
        "",
    ),
    (
        r"(?:Federal )?Minister (?:of|for) (?:National |the )?(?:Defen[cs]e|Armed Forces)"
        r"(?! (?:Materiel|Equipment|Procurement)).*|Minister of the Armed Forces",
        "defence-minister",
        "",
    ),
    (
        r"Secretary (?:of|for) (?:State for )?(?:National )?Defen[cs]e|Secretary of War",
        "defence-minister",
        "",
    ),
    (
        r"(?:Federal )?Minister (?:of|for) (?:the )?(?:Interior|Internal Affairs|Home Affairs)\b.*"
        r"|Secretary of Homeland Security|Home Secretary|Secretary of State for the Home Department",
        "interior-minister",
        "",
    ),
    (
        r"Director of (?:the )?(?:CIA|Mossad|National Intelligence Organi[sz]ation)"
        r"|Director(?:-| )General of (?:the )?(?:Inter-Services Intelligence|State Security Service"
        r"|National Intelligence Agency)|(?:Head|Chief|Director) of the (?:Security Service"
        r"|Secret Intelligence Service|Foreign Intelligence Service|Federal Security Service"
        r"|National Intelligence Service|General Intelligence (?:Directorate|Service|Presidency))"
        r"|Director of the (?:FSB|SVR|MIT|Foreign Intelligence Service|Federal Security Service)"
        r"|Minister of Intelligence",
        "intelligence-chief",
        "",
    ),
    (
        r"National Security Advis[eo]r|Secretary of the (?:Supreme |National )?(?:National )?"
        r"Security(?: and Defen[cs]e)? Council|Director of the National Security (?:Office|Council)",
        "security-adviser",
        "",
    ),
    (
        r"Chief of (?:the )?(?:Armed Forces )?General Staff(?: of the Armed Forces)?"
        r"|Chairman of the Joint Chiefs of Staff|Chief of (?:the )?Defen[cs]e(?: Staff| Forces?)?"
        r"|Chief of (?:the )?Army Staff",
        "army-chief",
        "",
    ),
    (
        r"(?:First )?Deputy (?:Minister (?:of|for) Foreign Affairs|Secretary of State)",
        "deputy-foreign-minister",
        "",
    ),
    (
        r"(?:First )?Deputy (?:Minister (?:of|for) (?:National )?Defen[cs]e|Secretary of Defen[cs]e)",
        "deputy-defence-minister",
        "",
    ),
    (
        r"(?:Permanent Representative|[Aa]mbassador) to the United Nations",
        "ambassador",
        "",
    ),
    (
        r"(?:White House|Presidential|Government|Kremlin) (?:Press Secretary|Spokes\w+)",
        "spokesperson",
        ".government",
    ),
    (
        r"Speaker of the (?:State Duma|Knesset|House of Representatives|National Assembly|Parliament"
        r"|House of Commons|Grand National Assembly)|President of the (?:Bundestag|National Assembly)",
        "head",
        ".parliament",
    ),
    (
        r"(?:Executive |First )?Vice[- ]President|(?:First )?Deputy Prime Minister",
        "deputy-head",
        "",
    ),
)
_PATTERNS = tuple((re.compile(pattern), post, part) for pattern, post, part in _POSTS)
_TITLED = {"ambassador", "head", "deputy-head", "intelligence-chief", "security-adviser"}

_SOURCE = (
    "# Office holders since 1990, as Wikidata has them (CC0), by way of the lists of\n"
    "# github.com/every-politician-scrapers, 2022-07 to 2023-01. Made by pourparler.codebook.rebuild;\n"
    "# corrections and later days go into ../{name}, whose rows replace these.\n"
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


def slug(name: str) -> str:
    """The id a name gives: lower case, plain letters, words joined by `-`."""
    plain = unicodedata.normalize("NFKD", fold(name)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")


def post_of(position: str) -> tuple[Post, str] | None:
    """The post a title means and the part of the state it is for, None for any other."""
    for pattern, post, part in _PATTERNS:
        if pattern.fullmatch(position):
            return post, part
    return None


def _country(path: Path) -> str:
    name = _SUFFIX.sub("", path.stem)
    return _COUNTRIES.get(name, name)


def _holders(path: Path, country: str) -> Iterator[Holder]:
    genders = _genders(path.with_suffix(".bio"))
    for row in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))):
        found = post_of(row["position"])
        if row["position"] in _ONLY_IN:
            states, post_there = _ONLY_IN[row["position"]]
            found = (post_there, "") if country in states else None
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
