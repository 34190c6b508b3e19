-- What is known of commitments since the sources: edits with who, when and the old value.

-- One row per field that somebody changed, never altered afterwards. `record` is the key of a commitment, of a
-- point on the board's checklist, of a bottleneck or of a meeting; the changes of one save share a revision.
-- NULL as a new value means: nothing stated any more, so what the source says holds again.
CREATE SEQUENCE register_number;

CREATE TABLE register_change (
    record VARCHAR NOT NULL,
    revision INTEGER NOT NULL,
    field VARCHAR NOT NULL,
    old_value VARCHAR,
    new_value VARCHAR,
    known_from BIGINT NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    changed_by VARCHAR NOT NULL,
    undoes INTEGER,
    PRIMARY KEY (record, revision, field)
);

-- The same, delivered as a spreadsheet: known exactly as long as its delivery. NULL leaves a field as it is.
CREATE TABLE commitment_update (
    delivery_id INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number INTEGER NOT NULL,
    commitment VARCHAR NOT NULL,
    reference_date DATE NOT NULL,
    status VARCHAR,
    owner VARCHAR,
    evidence VARCHAR,
    evidence_document VARCHAR,
    evidence_lines VARCHAR,
    next_step VARCHAR,
    due DATE
);
