-- Who read a document: the rules, as all before, or a language model by its name.

ALTER TABLE documents ADD COLUMN reader TEXT NOT NULL DEFAULT 'rules';
