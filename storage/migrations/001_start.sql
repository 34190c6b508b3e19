CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);
CREATE SEQUENCE delivery_number;

CREATE TABLE delivery (
    id INTEGER PRIMARY KEY,
    kind VARCHAR NOT NULL,
    supplier VARCHAR NOT NULL,
    period_start DATE NOT NULL,
    period_end DATE NOT NULL,
    file_name VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    checksum VARCHAR NOT NULL,
    delivered_at TIMESTAMP NOT NULL,
    delivered_by VARCHAR,
    mapping VARCHAR NOT NULL,
    dropped_columns VARCHAR[] NOT NULL,
    row_count INTEGER NOT NULL,
    replaces INTEGER[] NOT NULL,
    erased_at TIMESTAMP
);

-- A delivery is known from one data version until another; undoing and restoring add an interval,
-- so any earlier version can be asked for again. A row is known exactly as long as its delivery.
CREATE TABLE delivery_validity (
    delivery_id INTEGER NOT NULL,
    known_from BIGINT NOT NULL,
    known_until BIGINT
);

-- One row per data version: what raised it.
CREATE TABLE change (
    version BIGINT PRIMARY KEY,
    changed_at TIMESTAMP NOT NULL,
    action VARCHAR NOT NULL,
    delivery_id INTEGER NOT NULL,
    changed_by VARCHAR,
    reason VARCHAR
);

CREATE TABLE placement (
    delivery_id INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number INTEGER NOT NULL,
    placement_id VARCHAR,
    person_key VARCHAR,
    start_date DATE NOT NULL,
    end_date DATE,
    hours_low DECIMAL(6, 2) NOT NULL,
    hours_high DECIMAL(6, 2) NOT NULL,
    job_type VARCHAR,
    contract_kind VARCHAR,
    target_group VARCHAR,
    in_register BOOLEAN,
    municipality_home VARCHAR,
    municipality_work VARCHAR,
    employer VARCHAR,
    sector VARCHAR,
    sbi VARCHAR,
    kvk VARCHAR,
    channel VARCHAR,
    pillar VARCHAR,
    party VARCHAR,
    via_sroi BOOLEAN,
    sroi_value DECIMAL(12, 2),
    quantity_low INTEGER NOT NULL,
    quantity_high INTEGER NOT NULL
);

CREATE TABLE internship (
    delivery_id INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number INTEGER NOT NULL,
    internship_id VARCHAR,
    person_key VARCHAR,
    start_date DATE NOT NULL,
    end_date DATE,
    hours_low DECIMAL(6, 2) NOT NULL,
    hours_high DECIMAL(6, 2) NOT NULL,
    level INTEGER,
    track VARCHAR,
    crebo VARCHAR,
    school VARCHAR,
    employer VARCHAR,
    municipality_home VARCHAR,
    municipality_work VARCHAR,
    sector VARCHAR,
    channel VARCHAR,
    pillar VARCHAR,
    party VARCHAR,
    extra BOOLEAN,
    via_sroi BOOLEAN,
    quantity_low INTEGER NOT NULL,
    quantity_high INTEGER NOT NULL
);
