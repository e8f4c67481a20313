-- The record itself. What is written stays: triggers refuse every change and deletion.

CREATE TABLE runs (
    id       INTEGER PRIMARY KEY,
    command  TEXT NOT NULL,
    program  TEXT NOT NULL,              -- version of tallystick
    started  TEXT NOT NULL,              -- UTC, ISO 8601
    finished TEXT                        -- set once; NULL: running, or interrupted
) STRICT;

CREATE TABLE contents (
    sha256 TEXT PRIMARY KEY,             -- of the bytes before compression
    size   INTEGER NOT NULL,             -- bytes before compression
    zlib   BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
    seq       INTEGER PRIMARY KEY,       -- order of arrival
    id        TEXT NOT NULL UNIQUE,
    sha256    TEXT NOT NULL REFERENCES contents (sha256),
    name      TEXT NOT NULL,
    text      TEXT NOT NULL,
    title     TEXT,
    publisher TEXT,
    url       TEXT,
    language  TEXT,
    published TEXT,                      -- JSON of a PartialDate
    retrieved TEXT,
    run       INTEGER NOT NULL REFERENCES runs (id)
) STRICT;
CREATE INDEX documents_by_url ON documents (url) WHERE url IS NOT NULL;
CREATE INDEX documents_by_sha256 ON documents (sha256);

CREATE TABLE segments (
    document TEXT NOT NULL REFERENCES documents (id),
    position INTEGER NOT NULL,           -- order in the document
    kind     TEXT NOT NULL,
    start    INTEGER NOT NULL,           -- code points
    "end"    INTEGER NOT NULL,
    PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE reports (
    seq      INTEGER PRIMARY KEY,        -- order in the document, then of arrival
    id       TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES documents (id),
    start    INTEGER NOT NULL,           -- the anchor
    "end"    INTEGER NOT NULL,
    standing TEXT NOT NULL,
    score    REAL NOT NULL
) STRICT;
CREATE INDEX reports_by_document ON reports (document);

CREATE TABLE statements (
    seq      INTEGER PRIMARY KEY,        -- order in the report
    id       TEXT NOT NULL UNIQUE,
    report   TEXT NOT NULL REFERENCES reports (id),
    field    TEXT NOT NULL,
    value    TEXT NOT NULL,              -- JSON, its shape given by the field
    stance   TEXT NOT NULL,
    chain    TEXT NOT NULL,              -- JSON, nearest to the event first
    start    INTEGER NOT NULL,           -- the evidence, in the document's text
    "end"    INTEGER NOT NULL
) STRICT;
CREATE INDEX statements_by_report ON statements (report);

CREATE TABLE tallies (
    seq      INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES documents (id),
    value    TEXT NOT NULL               -- JSON of an AnnouncedTally
) STRICT;
CREATE INDEX tallies_by_document ON tallies (document);

CREATE TABLE judgements (
    seq     INTEGER PRIMARY KEY,         -- the newer of two has the higher
    id      TEXT NOT NULL,               -- comes again when an older verdict is given again
    a       TEXT NOT NULL REFERENCES reports (id),
    b       TEXT NOT NULL REFERENCES reports (id),
    verdict TEXT NOT NULL,
    "by"    TEXT NOT NULL,
    score   REAL,
    reasons TEXT NOT NULL,               -- JSON
    why     TEXT NOT NULL,
    at      TEXT,
    run     INTEGER NOT NULL REFERENCES runs (id),
    CHECK (a < b)
) STRICT;
CREATE INDEX judgements_by_pair ON judgements (a, b);
CREATE INDEX judgements_by_second ON judgements (b);

CREATE TABLE left_out (
    seq    INTEGER PRIMARY KEY,
    run    INTEGER NOT NULL REFERENCES runs (id),
    name   TEXT NOT NULL,
    reason TEXT NOT NULL,
    at     TEXT NOT NULL
) STRICT;

CREATE TABLE supersessions (
    older TEXT NOT NULL REFERENCES documents (id),
    newer TEXT NOT NULL REFERENCES documents (id),
    why   TEXT NOT NULL,                 -- 'same address' or 'same bytes'
    run   INTEGER NOT NULL REFERENCES runs (id),
    PRIMARY KEY (older, newer),
    CHECK (older <> newer)
) STRICT, WITHOUT ROWID;

-- A run may be ended, once; nothing else about it may change.
CREATE TRIGGER runs_only_end BEFORE UPDATE ON runs
WHEN OLD.finished IS NOT NULL OR NEW.finished IS NULL OR NEW.id <> OLD.id
    OR NEW.command <> OLD.command OR NEW.program <> OLD.program OR NEW.started <> OLD.started
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: runs'); END;
CREATE TRIGGER runs_stay BEFORE DELETE ON runs
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: runs'); END;

CREATE TRIGGER contents_fixed BEFORE UPDATE ON contents
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: contents'); END;
CREATE TRIGGER contents_stay BEFORE DELETE ON contents
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: contents'); END;

CREATE TRIGGER documents_fixed BEFORE UPDATE ON documents
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: documents'); END;
CREATE TRIGGER documents_stay BEFORE DELETE ON documents
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: documents'); END;

CREATE TRIGGER segments_fixed BEFORE UPDATE ON segments
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: segments'); END;
CREATE TRIGGER segments_stay BEFORE DELETE ON segments
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: segments'); END;

CREATE TRIGGER reports_fixed BEFORE UPDATE ON reports
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: reports'); END;
CREATE TRIGGER reports_stay BEFORE DELETE ON reports
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: reports'); END;

CREATE TRIGGER statements_fixed BEFORE UPDATE ON statements
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: statements'); END;
CREATE TRIGGER statements_stay BEFORE DELETE ON statements
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: statements'); END;

CREATE TRIGGER tallies_fixed BEFORE UPDATE ON tallies
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: tallies'); END;
CREATE TRIGGER tallies_stay BEFORE DELETE ON tallies
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: tallies'); END;

CREATE TRIGGER judgements_fixed BEFORE UPDATE ON judgements
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: judgements'); END;
CREATE TRIGGER judgements_stay BEFORE DELETE ON judgements
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: judgements'); END;

CREATE TRIGGER left_out_fixed BEFORE UPDATE ON left_out
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: left_out'); END;
CREATE TRIGGER left_out_stay BEFORE DELETE ON left_out
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: left_out'); END;

CREATE TRIGGER supersessions_fixed BEFORE UPDATE ON supersessions
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: supersessions'); END;
CREATE TRIGGER supersessions_stay BEFORE DELETE ON supersessions
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: supersessions'); END;

CREATE TRIGGER migrations_fixed BEFORE UPDATE ON migrations
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: migrations'); END;
CREATE TRIGGER migrations_stay BEFORE DELETE ON migrations
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: migrations'); END;
