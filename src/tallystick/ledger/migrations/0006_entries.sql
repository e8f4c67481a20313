-- What people add beside judgements: assessments, corrections, comments and the rulings on them,
-- requests for confirmation and their answers, and withdrawals, which undo any of these.

CREATE TABLE entries (
    seq  INTEGER PRIMARY KEY,            -- the newer of two has the higher
    id   TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,                  -- JSON, its shape given by the kind
    "by" TEXT NOT NULL,
    at   TEXT NOT NULL,                  -- UTC, ISO 8601
    run  INTEGER NOT NULL REFERENCES runs (id)
) STRICT;

CREATE TRIGGER entries_fixed BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: entries'); END;
CREATE TRIGGER entries_stay BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: entries'); END;
