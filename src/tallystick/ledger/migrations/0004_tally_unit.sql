-- What a tally counts: attacks, as all before, or persons killed, injured, abducted.
ALTER TABLE tallies ADD COLUMN unit TEXT
    AS (coalesce(json_extract(value, '$.unit'), 'attacks')) VIRTUAL;
