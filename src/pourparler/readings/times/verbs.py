"""Verbs and other words that tell whether something was or is to come."""

from typing import Final

from pourparler.readings.times.lexicon import word_set

PAST: Final = word_set(
    "was were had did said told met held took came went made began left gave fell rose led won "
    "lost sent spoke wrote became saw found knew thought brought sought bought caught fought got "
    "ran set put hit cut shot struck broke chose drew drove flew grew kept paid read sat sold "
    "stood swore withdrew overthrew understood withheld undertook laid meant heard felt built "
    "dealt spent lent hung shook threw blew wore tore fled bid quit shut spread split swept "
    "has have having been died killed didn wasn weren hasn haven hadn"
)
COPULAS: Final = word_set("is are am")
MODALS: Final = word_set(
    "will shall ll 'll would may might could should can must wouldn couldn shouldn mustn"
)
NOT_INFINITIVES: Final = word_set(
    "all any both some many most one two three such him her them us me you it which whom what "
    "end date no power peace war office work have"
)
FUTURE_LEADS: Final = word_set(
    "scheduled expected due planned slated set plans plan planning intends upcoming "
    "forthcoming hopes ahead until payable expires tomorrow awaiting predicted forecast projected"
)
PRESENT: Final = word_set(
    "say remains remain continues continue meet meets hold holds begin begins start "
    "starts arrive arrives leave leaves visit visits travel travels open opens resume resumes "
    "host hosts fly flies starting beginning announces says call calls urges warns bans imposes "
    "suspends marks takes comes goes convenes expires chairs attends gathers"
)
# What makes nouns of verbs like "visit" and "start".
DETERMINERS: Final = word_set("a an the his her its their our this that 's ’s no any")
# Verbs of what went on up to a day gone by.
LASTED: Final = word_set("lasted stayed waited ran remained raged continued dragged worked lived")
# What one calls for, invites to or holds next.
TO_COME: Final = word_set(
    "strike strikes protest protests rally rallies march marches demonstration demonstrations "
    "walkout boycott vote meeting session summit talks round conference forum election elections "
    "referendum polls"
)
# What is named by the day it happened on.
HAPPENED: Final = word_set(
    "attack attacks bombing bombings blast explosion earthquake earthquakes quake massacre coup "
    "killing killings assassination riot riots crash shooting disaster ceasefire accord uprising "
    "invasion raid raids"
)
NOT_VERBS: Final = word_set(
    "united red hundred need speed indeed embed bed shed wed fed feed seed breed sacred naked "
    "wicked rugged media based related so-called ahmed mohammed muhammed syed saeed ted fred "
    "alfred mohamed hamed"
)
CLAUSE_ENDS: Final = word_set(". ; ! ?")
# What is put off or called off: the day told with it is the one it was to be on.
CANCELLED: Final = word_set(
    "postponed postpones postpone postponing cancelled canceled cancels cancel rescheduled delayed "
    "scrapped"
)
# Verbs whose infinitive tells what was done.
TRIED: Final = word_set(
    "attempted tried managed failed began started continued helped used went came flew travelled "
    "traveled arrived returned gathered rushed seemed appeared proved happened"
)
# Words before "Sunday's vote" that look back on it, and those that make "for" look ahead to it.
AFTERWARDS: Final = word_set("after following despite per over since amid into")
PREPARING: Final = word_set(
    "plans plan planning preparations prepare prepares preparing prepared ready set scheduled "
    "tickets candidates schedule squad agenda qualified qualifies"
)
