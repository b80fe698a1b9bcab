"""What English spelling does not tell: irregular forms, and verbs that treebanks lack.

Each entry is a base form and its other forms, entries apart by `|` or the end of a line.
"""

from pourparler.language.listing import words

IRREGULAR_VERBS = """
be am is are was were been being 's 're 'm|have has had having 've|do does did done doing
arise arose arisen|awake awoke awoken|bear bore borne|beat beaten|become became|begin began begun
bend bent|bet|bid|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken
breed bred|bring brought|build built|burn burnt|burst|buy bought|cast|catch caught
choose chose chosen|cling clung|come came|cost|creep crept|cut|deal dealt|dig dug|draw drew drawn
dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt
fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden
foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone
freeze froze frozen|get got gotten|give gave given|go went gone|grind ground|grow grew grown
hang hung|hear heard|hide hid hidden|hit|hold held|hurt|keep kept|kneel knelt|know knew known
lay laid|lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|let|light lit|lose lost
make made|mean meant|meet met|mislead misled|mistake mistook mistaken
misunderstand misunderstood|overcome overcame|oversee oversaw overseen|overtake overtook overtaken
overthrow overthrew overthrown|partake partook|pay paid|prove proven|put|quit|read|rebuild rebuilt
rid|ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought
sell sold|send sent|set|sew sewn|shake shook shaken|shed|shine shone|shoot shot|show shown
shrink shrank shrunk|shut|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|slit
sow sown|speak spoke spoken|speed sped|spend spent|spin spun|split|spoil spoilt|spread
spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|strike struck stricken
string strung|strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum
swing swung|take took taken|teach taught|tear tore torn|tell told|think thought
throw threw thrown|thrust|tread trod trodden|undergo underwent undergone
understand understood|undertake undertook undertaken|undo undid undone|uphold upheld|upset
wake woke woken|wear wore worn
tie tied tying|die died dying|lie lied lying|vie vied vying
weave wove woven|weep wept|win won|wind wound
withdraw withdrew withdrawn|withhold withheld|withstand withstood|wring wrung|write wrote written
"""
IRREGULAR_NOUNS = """
man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice
life lives|wife wives|knife knives|leaf leaves|half halves|self selves|thief thieves|loaf loaves
wolf wolves|shelf shelves|calf calves|crisis crises|analysis analyses|basis bases
hypothesis hypotheses|thesis theses|oasis oases|diagnosis diagnoses|emphasis emphases
phenomenon phenomena|criterion criteria|bacterium bacteria|memorandum memoranda
referendum referenda referendums|index indices|appendix appendices|axis axes
syllabus syllabi|nucleus nuclei
series|species|headquarters|means|news|politics|economics|physics|mathematics|ethics|premises
blitz blitzes|proceedings|teargas|supplies
"""
# What the treebanks' own lemmas would get wrong in news.
CERTAIN = {"freed/VERB": "free", "bases/NOUN": "base"}
# Base forms without which -ing and -ed would be taken off wrongly.
VERBS = words(
    """
    abuse accede adjudge advertise appall atone baptise barricade bathe blockade bribe browse
    bulldoze capsize carouse cede chafe chide chime circumvent codename coerce collide compete
    concede condole condone contravene converge convene crave debase decode decree defame deflate
    defraud defuse delude demote deplore deride destine dislike disperse disprove dissuade divulge
    dope dynamite elope emphasise engulf enshrine enthrall enrage erode evade evoke excise execute
    exhume expedite explode fake fare flare free
    forestall forsake foresee fume galvanise gauge grope
    groove hone howl ignite immolate impede implode implore impose impugn incite indulge infringe
    infuse inhale install instill institute interfere intrude invade invoke inure lambast lambaste
    laud lament liaise libel loathe lure malign maraud mediate muse necessitate opine oppose
    overrule overwhelm paralyse pave perspire pervade pillage plague plunge postpone preclude
    presage preside procreate proscribe prosecute pursue quake rebuke recall recede refute regale
    rehire relapse renege repose repute rescind rescue resile restitute restructure resurface
    revile revoke rout rupture salute scathe secede seethe sever shelve snipe splice stampede
    stonewall storm strafe stroll subside substitute suffice supersede surmise tide torture traffic
    traverse underline undermine unravel usurp venerate vote waive wane whine withhold
    """
)
