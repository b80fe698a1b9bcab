"""Which post an office holder's title means, as Wikidata's lists of ministers word it."""

import re

from pourparler.model import Post

_MINISTER = r"(?:Federal )?Minister (?:of|for) (?:the )?"
_TITLES: tuple[tuple[Post, str, tuple[str, ...]], ...] = (
    (
        "head-of-state",
        "",
        (
            r"President(?: of the (?:Republic|State|Federation|Swiss Confederation))?",
            r"President of the (?:State of Palestine|Palestinian National Authority)",
            r"Supreme Leader(?: of .*)?|[Kk]ing|[Qq]ueen|[Ee]mir|Sultan|Monarch|Pope",
            r"Chairman of the (?:Sovereignty Council|Presidency)",
            r"Chairman of the Presidential (?:Leadership )?Council",
        ),
    ),
    (
        "head-of-government",
        "",
        (
            r"(?:Federal )?Chancellor|Prime Minister|Taoiseach",
            r"(?:President|Chairman) of the (?:Government|Council of Ministers)",
            r"Premier of the State Council|Chairman of the Cabinet of Ministers.*",
        ),
    ),
    (
        "foreign-minister",
        "",
        (
            _MINISTER + r"(?:Foreign|External) (?:and \w+ )?(?:Affairs|Relations)\b.*",
            r"Foreign Minister|Minister for Europe and Foreign Affairs",
            r"Secretary (?:of|for) (?:State for )?(?:the )?Foreign\b.*Affairs",
            r"Secretary of External Relations",
        ),
    ),
    (
        "defence-minister",
        "",
        (
            _MINISTER + r"(?:National )?Defen[cs]e(?! (?:Materiel|Equipment|Procurement)).*",
            _MINISTER + r"Armed Forces",
            r"Secretary (?:of|for) (?:State for )?(?:National )?Defen[cs]e|Secretary of War",
        ),
    ),
    (
        "interior-minister",
        "",
        (
            _MINISTER + r"(?:Interior|Internal Affairs|Home Affairs)\b.*",
            r"Secretary of Homeland Security|Home Secretary",
            r"Secretary of State for the Home Department",
        ),
    ),
    (
        "intelligence-chief",
        "",
        (
            r"Director of (?:the )?(?:CIA|Mossad|FSB|SVR|MIT)|Minister of Intelligence",
            r"Director of the National Intelligence Organi[sz]ation",
            r"Director[- ]General of (?:the )?Inter-Services Intelligence",
            r"Director[- ]General of the State Security Service",
            r"(?:Head|Chief|Director) of the (?:Security|Secret Intelligence) Service",
            r"(?:Head|Chief|Director) of the (?:Foreign|National) Intelligence Service",
            r"(?:Head|Chief|Director) of the Federal Security Service",
            r"(?:Head|Chief|Director) of the General Intelligence \w+",
        ),
    ),
    (
        "security-adviser",
        "",
        (
            r"National Security Advis[eo]r|Director of the National Security (?:Office|Council)",
            r"Secretary of the (?:Supreme )?(?:National )?Security(?: and Defen[cs]e)? Council",
        ),
    ),
    (
        "army-chief",
        "",
        (
            r"Chief of (?:the )?(?:Armed Forces )?General Staff(?: of the Armed Forces)?",
            r"Chief of (?:the )?(?:Defen[cs]e(?: Staff| Forces?)?|Army Staff)",
            r"Chairman of the Joint Chiefs of Staff",
        ),
    ),
    (
        "deputy-foreign-minister",
        "",
        (r"(?:First )?Deputy (?:Minister (?:of|for) Foreign Affairs|Secretary of State)",),
    ),
    (
        "deputy-defence-minister",
        "",
        (
            r"(?:First )?Deputy Minister (?:of|for) (?:National )?Defen[cs]e",
            r"Deputy Secretary of Defen[cs]e",
        ),
    ),
    ("ambassador", "", (r"(?:Permanent Representative|[Aa]mbassador) to the United Nations",)),
    (
        "spokesperson",
        ".government",
        (r"(?:White House|Presidential|Government|Kremlin) (?:Press Secretary|Spokes\w+)",),
    ),
    (
        "head",
        ".parliament",
        (
            r"Speaker of the (?:State Duma|Knesset|House of Representatives|National Assembly)",
            r"Speaker of the (?:Parliament|House of Commons|Grand National Assembly)",
            r"President of the (?:Bundestag|National Assembly)",
        ),
    ),
    (
        "deputy-head",
        "",
        (r"(?:Executive |First )?Vice[- ]President|(?:First )?Deputy Prime Minister",),
    ),
)
_PATTERNS = tuple((re.compile("|".join(titles)), post, part) for post, part, titles in _TITLES)
_ONLY_IN: dict[str, tuple[frozenset[str], Post]] = {
    "Premier": (frozenset({"china", "north-korea", "taiwan"}), "head-of-government"),
    "Secretary of State": (frozenset({"united-states"}), "foreign-minister"),
}
"""Titles that mean a post in some states alone: elsewhere a premier heads a province."""


def post_of(position: str, country: str) -> tuple[Post, str] | None:
    """The post a title means in that state and the part it is for, None for any other."""
    if position in _ONLY_IN:
        states, post = _ONLY_IN[position]
        return (post, "") if country in states else None
    for pattern, post, part in _PATTERNS:
        if pattern.fullmatch(position):
            return post, part
    return None
