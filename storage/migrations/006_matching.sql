-- Decisions of the analyst on rows that speak of the same placement. Known from one data version until
-- another, like deliveries, so that a frozen state stays as it was.
CREATE SEQUENCE match_number;

CREATE TABLE match_decision (
    id INTEGER PRIMARY KEY,
    kind VARCHAR NOT NULL,
    choice VARCHAR NOT NULL, -- 'one': only the kept row counts; 'all': every row counts
    decided_by VARCHAR,
    decided_at TIMESTAMP NOT NULL,
    reason VARCHAR,
    known_from BIGINT NOT NULL,
    known_until BIGINT,
    ended_by VARCHAR,
    ended_at TIMESTAMP
);

-- The rows that a decision speaks of, by a mark of what they say and not by their place in a file: a row
-- that is delivered again keeps its decision, and erasing a delivery leaves none of its content behind.
CREATE TABLE match_row (
    decision_id INTEGER NOT NULL,
    mark VARCHAR NOT NULL,
    kept BOOLEAN NOT NULL,
    supplier VARCHAR NOT NULL,
    start_date DATE NOT NULL
);
