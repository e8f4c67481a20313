-- How probable a reader holds it that a statement is told of its incident; NULL where it cannot tell.
ALTER TABLE statements ADD COLUMN confidence REAL;
