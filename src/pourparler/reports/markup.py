"""Pieces of HTML, as feeds carry them, into plain text with their paragraphs."""

import re

from lxml import etree, html  # type: ignore[import-untyped]

from pourparler.reports.lists import words

_BLOCKS = words("html_blocks.txt")
_UNSEEN = frozenset(("script", "style", "noscript", "template", "iframe", "head"))
_MARKUP = re.compile(r"<[a-zA-Z/!]|&#?\w{1,30};")
_SPACES = re.compile(r"[ \t\r\f\v\n]+")
_EMPTY = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def plain_text(markup: str) -> str:
    """The text a reader sees: a paragraph for each block, single spaces inside."""
    if _MARKUP.search(markup) is None:
        return markup.strip()
    try:
        root = html.fragment_fromstring(markup.replace("\0", ""), create_parent="div")
    except (etree.ParserError, ValueError):
        return markup.strip()
    parts: list[str] = []
    unseen = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        name = node.tag if isinstance(node.tag, str) else "script"  # comments have no name
        if event == "start":
            unseen += name in _UNSEEN
            parts.append("\n\n" if name in _BLOCKS else "")
            if not unseen:
                parts.append(_SPACES.sub(" ", node.text or ""))
        else:
            unseen -= name in _UNSEEN
            parts.append("\n\n" if name in _BLOCKS else "")
            if not unseen:
                parts.append(_SPACES.sub(" ", node.tail or ""))
    return _EMPTY.sub("\n\n", "".join(parts).replace(" \n", "\n").replace("\n ", "\n")).strip()
