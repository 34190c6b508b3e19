-- Named what-if scenarios. The code is the one in the address; targets and metrics are those it was saved for,
-- so that opening it later can say which of them has gone.
CREATE SEQUENCE scenario_number;

CREATE TABLE scenario (
    id INTEGER PRIMARY KEY,
    name VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    author VARCHAR,
    created_at TIMESTAMP NOT NULL,
    targets VARCHAR[] NOT NULL,
    metrics VARCHAR[] NOT NULL
);
