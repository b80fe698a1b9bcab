"""From draft to statement: whom its words name, what kind of words they are."""

from collections.abc import Sequence

import msgspec

from pourparler.model import Act, Attitude, Mention, Span, Statement, StatementKind, identify
from pourparler.readings.page import Page
from pourparler.readings.statements.draft import Draft
from pourparler.readings.statements.relays import RELAYING
from pourparler.readings.statements.sheet import Sheet
from pourparler.readings.statements.speakers import RELATIVE, antecedent_of, first_of_list
from pourparler.readings.statements.told import addressee_of, time_of, venue_of
from pourparler.readings.statements.unreal import is_negated, is_to_come

_MARKS = "\"“”„‟«»〝〞＂'‘’`"
_DOUBLE = '"“”„‟«»〝〞＂'
_FIRST_PERSON = frozenset(["i", "we", "my", "our", "us", "me"])
_PLURAL = frozenset(["we", "our", "us"])
_UNMADE: frozenset[Act] = frozenset(["said", "agreed", "promised", "offered", "thanked"])

_LEFT_OPEN: frozenset[Act] = frozenset(["denied", "refused"])


def make(page: Page, sheet: Sheet, draft: Draft, teller: Statement | None) -> Statement:
    """The statement a draft is; `teller` is the one whose content it lies in."""
    cues = page.codebook.cues
    content = tuple(page.span(start, end) for start, end in draft.parts)
    venue = venue_of(sheet, cues, draft)
    addressee = addressee_of(sheet, draft)
    if addressee is None and venue is not None:
        addressee = venue[1]
    speaker = _speaker(page, sheet, draft, teller)
    act = act_of(sheet, draft)
    return Statement(
        id=identify("statement", (page.report.id, draft.cue_at[0], draft.start, draft.end)),
        kind=kind_of(content),
        content=content,
        act=act,
        attitude=_attitude(sheet, draft, act),
        speaker=speaker,
        cue=page.span(*draft.cue_at),
        addressee=mention_of(page, sheet, addressee),
        venue=None if venue is None else venue[0],
        stated=time_of(page, sheet, draft),
        nested_in=None if teller is None else teller.id,
        via=_via(page, sheet, draft, teller),
        joint=_joint(page, sheet, draft, teller, speaker),
    )


def _quoted_self(sheet: Sheet, head: int | None, teller: Statement | None) -> Mention | None:
    """Whom the word stands for where it is an "I" or "we" in the quoted words of somebody."""
    if head is None or teller is None or teller.kind == "indirect":
        return None
    return teller.speaker if sheet.words[head] in _FIRST_PERSON else None


def act_of(sheet: Sheet, draft: Draft) -> Act:
    """What was done by saying it; what somebody did not say, promise or agree to is refused, and
    what he did not deny or rule out is left open. What "does not seem" so nobody refuses."""
    act = draft.cue.act_in(draft.frame)
    is_seeming = draft.speaker is None and draft.cue.attitude == "belief"
    if is_seeming or act not in _UNMADE | _LEFT_OPEN or not is_negated(sheet, draft.verb):
        return act
    return "refused" if act in _UNMADE else "said"


def _attitude(sheet: Sheet, draft: Draft, act: Act) -> Attitude:
    """Speech, belief or plan; what somebody will say is a plan as yet."""
    if draft.cue.attitude == "speech" and act != "refused" and is_to_come(sheet, draft.verb):
        return "plan"
    return draft.cue.attitude


def mention_of(page: Page, sheet: Sheet, head: int | None) -> Mention | None:
    """Whom the noun phrase names; a relative pronoun names what it stands for."""
    if head is None:
        return None
    mention = page.cast.of(page.doc[head])
    if sheet.words[head] in RELATIVE:
        if mention.actor is None:
            mention = page.cast.of(page.doc[antecedent_of(sheet, head)])
        span = page.span(sheet.starts[head], sheet.ends[head])
        return msgspec.structs.replace(mention, span=span, form="pronoun")
    return mention


def _speaker(page: Page, sheet: Sheet, draft: Draft, teller: Statement | None) -> Mention | None:
    """The draft's speaker; "I" and "we" in quoted words are whoever is quoted."""
    head = draft.speaker
    quoted = _quoted_self(sheet, head, teller)
    if head is None or quoted is None:
        return mention_of(page, sheet, None if head is None else first_of_list(sheet, head))
    span = page.span(sheet.starts[head], sheet.ends[head])
    return msgspec.structs.replace(quoted, span=span, form="pronoun")


def _joint(
    page: Page, sheet: Sheet, draft: Draft, teller: Statement | None, speaker: Mention | None
) -> tuple[Mention, ...]:
    """Those who speak with the speaker, in text order, each known and named once."""
    head = draft.speaker
    if head is None or speaker is None:
        return ()
    if _quoted_self(sheet, head, teller) is not None:
        return () if teller is None or sheet.words[head] not in _PLURAL else teller.joint
    known = {speaker.actor}
    found: list[Mention] = []
    listed = (page.doc[first_of_list(sheet, head)], page.doc[head])
    for mention in (one for each in listed for one in page.cast.all_of(each)):
        if mention.actor is not None and mention.actor not in known:
            known.add(mention.actor)
            found.append(mention)
    return tuple(found)


def _via(page: Page, sheet: Sheet, draft: Draft, teller: Statement | None) -> tuple[Mention, ...]:
    """Those who handed it on, nearest to the report first."""
    chain: tuple[Mention, ...] = ()
    if teller is not None:
        chain = teller.via
        if draft.relayed and teller.speaker is not None:
            chain = (*chain, teller.speaker)
    quoting = mention_of(page, sheet, draft.quoted_by)
    return chain if quoting is None else (*chain, quoting)


def is_relaying(draft: Draft) -> bool:
    """Whether the cue hands on what another said ("reported", "according to")."""
    return draft.cue.lemma in RELAYING


def kind_of(content: Sequence[Span]) -> StatementKind:
    """Direct where all words stand in quotation marks, mixed where some do."""
    if all(map(_is_quoted, content)):
        return "direct"
    marked = any(mark in part.exact for part in content for mark in _DOUBLE)
    return "mixed" if marked else "indirect"


def _is_quoted(part: Span) -> bool:
    """Whether the words stand in marks from first to last, closed or not."""
    words = part.exact
    if words[0] not in _MARKS or len(words) < 2:
        return False
    return words.rstrip(".,")[-1:] in _MARKS or not any(mark in words[1:] for mark in _DOUBLE)
