-- What the import remembers: how to read a layout of a supplier, and unfinished imports.

-- Headings (heading to field, null to leave it out) and words (field to text to what is read in its place)
-- are JSON. The layout is the fingerprint of the headings.
CREATE TABLE import_memory (
    supplier VARCHAR NOT NULL,
    layout VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    headings VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    hours_per_fte DECIMAL(6, 2),
    kept_at TIMESTAMP NOT NULL,
    kept_by VARCHAR,
    delivery_id INTEGER NOT NULL,
    PRIMARY KEY (supplier, layout)
);

CREATE SEQUENCE import_draft_number;

-- An import that was left halfway. The rows are the kept columns only, with pseudonyms for persons, as Arrow;
-- the file itself is never kept.
CREATE TABLE import_draft (
    id INTEGER PRIMARY KEY,
    file_name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    supplier VARCHAR NOT NULL,
    row_count INTEGER NOT NULL,
    problem_count INTEGER NOT NULL,
    step VARCHAR NOT NULL,
    kept_at TIMESTAMP NOT NULL,
    kept_by VARCHAR,
    intake VARCHAR NOT NULL,
    stated VARCHAR NOT NULL,
    cleaned BLOB NOT NULL
);
