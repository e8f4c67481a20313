-- What linking keeps at hand of each report, so that new ones are compared without reading all
-- again. None of it is of the record: it follows from reports, and may be emptied at any time.

CREATE TABLE linked_until (
    version  TEXT NOT NULL,              -- of linking; where it is another, all is judged anew
    document INTEGER NOT NULL            -- documents up to this seq have been judged
) STRICT;

CREATE TABLE linked_blocks (
    seq   INTEGER PRIMARY KEY,
    block BLOB NOT NULL                  -- columns and keys of the next so many rows
) STRICT;

CREATE TABLE linked_reports (
    row     INTEGER PRIMARY KEY,         -- from 0 on
    report  TEXT NOT NULL UNIQUE REFERENCES reports (id),
    profile BLOB NOT NULL
) STRICT;
