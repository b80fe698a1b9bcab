"""Nouns of deeds and states, told by their ending: "disarmament asking the sides" asks nobody."""

from pourparler.readings.statements.sheet import Sheet

# Plurals lose their s, and so does "-ness".
_ENDINGS = ("ment", "tion", "sion", "nes", "ness", "ance", "ence", "ship")
# Bodies, crowds and documents that end alike, and do speak.
_SPEAKING = (
    *("administration", "alliance", "association", "audience", "coalition", "commission"),
    *("confederation", "conference", "corporation", "delegation", "demonstration", "department"),
    *("faction", "federation", "foundation", "government", "institution", "intelligence"),
    *("leadership", "mission", "nation", "opposition", "organisation", "organization"),
    *("parliament", "population", "procession", "section", "station", "television"),
    *("agreement", "amendment", "announcement", "communication", "condition", "constitution"),
    *("convention", "decision", "declaration", "document", "invitation", "legislation", "motion"),
    *("notion", "opinion", "petition", "proposition", "publication", "question", "regulation"),
    *("resolution", "sentence", "statement"),
)


def is_abstract(sheet: Sheet, noun: int) -> bool:
    """Whether a plain noun is of a deed or state, and so says nothing."""
    word = sheet.words[noun].removesuffix("s")
    plain = sheet.tags[noun] == "NOUN" and not sheet.doc[noun].ent_type_
    return plain and word.endswith(_ENDINGS) and not word.endswith(_SPEAKING)
