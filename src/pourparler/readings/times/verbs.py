"""Verbs and other words that tell whether something was or is to come."""

from typing import Final

from pourparler.readings.times.lexicon import word_set

PAST: Final = word_set(
    "was were had did said told met held took came went made began left gave fell rose led won "
    "lost sent spoke wrote became saw found knew thought brought sought bought caught fought got "
    "ran set put hit cut shot struck broke chose drew drove flew grew kept paid read sat sold "
    "stood swore withdrew overthrew understood withheld undertook laid meant heard felt built "
    "dealt spent lent hung shook threw blew wore tore fled bid quit shut spread split swept "
    "has have having been died killed"
)
COPULAS: Final = word_set("is are am")
MODALS: Final = word_set("will shall ll 'll won’t won't would may might could should can must")
NOT_INFINITIVES: Final = word_set(
    "all any both some many most one two three such him her them us me you it which whom what "
    "end date no power peace war office work"
)
FUTURE_LEADS: Final = word_set(
    "scheduled expected due planned slated set plans plan planning intends upcoming "
    "forthcoming hopes ahead until payable expires tomorrow awaiting"
)
PRESENT: Final = word_set(
    "say remains remain continues continue meet meets hold holds begin begins start "
    "starts arrive arrives leave leaves visit visits travel travels open opens resume resumes "
    "host hosts fly flies marks takes comes goes convenes expires chairs attends gathers"
)
# What makes nouns of verbs like "visit" and "start".
DETERMINERS: Final = word_set("a an the his her its their our this that 's ’s no any")
# Verbs of what went on up to a day gone by.
LASTED: Final = word_set("lasted stayed waited ran remained raged continued dragged worked lived")
# What one calls for, invites to or holds next.
TO_COME: Final = word_set(
    "strike strikes protest protests rally rallies march marches demonstration demonstrations "
    "walkout boycott vote meeting session summit talks round conference forum"
)
# What is named by the day it happened on.
HAPPENED: Final = word_set(
    "attack attacks bombing bombings blast explosion earthquake earthquakes quake massacre coup "
    "killing killings assassination ceasefire accord uprising invasion raid raids"
)
NOT_VERBS: Final = word_set(
    "united red hundred need speed indeed embed bed shed wed fed feed seed breed sacred naked "
    "wicked rugged media based related so-called ahmed mohammed muhammed syed saeed ted fred "
    "alfred mohamed hamed"
)
CLAUSE_ENDS: Final = word_set(". ; ! ?")
