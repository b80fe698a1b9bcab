# A record in R: positions over time, who speaks for whom, and the words behind a line.
#
#   POURPARLER_RECORD=talks.db Rscript docs/notebooks/talks.R
#
# A record is one SQLite file; it needs the packages DBI and RSQLite. The tables hold what was read:
# conclusions, and the decisions people took on it, come from `pourparler export`.

library(DBI)

path <- Sys.getenv("POURPARLER_RECORD", "talks.db")
record <- dbConnect(RSQLite::SQLite(), path, flags = RSQLite::SQLITE_RO)

# ---- Positions over time -------------------------------------------------------------------------
# `voice` tells a party's own word from what another ascribes to it.

positions <- dbGetQuery(record, "
  SELECT p.id, p.report, p.day, p.party, p.issue, p.stance, p.voice, p.summary,
         json_extract(p.content, '$.evidence[0].start') AS start,
         json_extract(p.content, '$.evidence[0].end') AS stop,
         json_extract(p.content, '$.evidence[0].exact') AS exact
  FROM positions p ORDER BY p.day, p.report, p.number")
positions$quarter <- paste(substr(positions$day, 1, 4), quarters(as.Date(positions$day)))
own <- subset(positions, voice == "own")
cat("Positions in a party's own voice, by quarter\n")
print(table(own$quarter, own$party))

# ---- Who speaks for whom -------------------------------------------------------------------------

speakers <- dbGetQuery(record, "
  SELECT coalesce(party, '(unknown)') AS party, coalesce(speaker, '(unknown)') AS speaker,
         count(*) AS statements, sum(kind <> 'indirect') AS quoted
  FROM statements GROUP BY 1, 2 ORDER BY statements DESC LIMIT 15")
cat("\nWho speaks for whom\n")
print(speakers, row.names = FALSE)

# ---- The words behind a line ---------------------------------------------------------------------
# Offsets count code points from 0, end-exclusive; R counts from 1, end-inclusive.

texts <- dbGetQuery(record, "SELECT id, text FROM reports")
found <- texts$text[match(own$report, texts$id)]
words <- substr(found, own$start + 1, own$stop)
stopifnot(nrow(own) > 0, identical(words, own$exact))
last <- nrow(own)
cat("\n", own$summary[last], "\n  \u201c", words[last], "\u201d (report ", own$report[last], ")\n",
    sep = "")

dbDisconnect(record)
