-- Rows of indicator series, published figures, targets, budgets, actions and goals.

-- One observation of a series: region x period x indicator (x dimension). `cell` is where the value stands in
-- the file; `state` says what it means when there is none.
CREATE TABLE indicator (
    delivery_id INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number INTEGER NOT NULL,
    cell VARCHAR,
    region_code VARCHAR NOT NULL,
    municipality VARCHAR,
    period_start DATE NOT NULL,
    period_end DATE NOT NULL,
    period_text VARCHAR NOT NULL,
    indicator VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    dimension VARCHAR,
    value DECIMAL(18, 3),
    state VARCHAR NOT NULL,
    provisional BOOLEAN NOT NULL,
    unit VARCHAR,
    source VARCHAR NOT NULL
);

-- A number as a document states it; low and high are equal for a plain one.
CREATE TABLE published_figure (
    delivery_id INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number INTEGER NOT NULL,
    figure_id VARCHAR,
    title VARCHAR NOT NULL,
    low DECIMAL(18, 3) NOT NULL,
    high DECIMAL(18, 3) NOT NULL,
    unit VARCHAR NOT NULL,
    municipality VARCHAR,
    party VARCHAR,
    period_start DATE,
    reference_date DATE NOT NULL,
    document VARCHAR NOT NULL,
    page VARCHAR,
    target VARCHAR
);

CREATE TABLE delivered_target (
    delivery_id INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number INTEGER NOT NULL,
    target_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    agreement VARCHAR NOT NULL,
    metric VARCHAR,
    at_least DECIMAL(18, 3),
    at_most DECIMAL(18, 3),
    unit VARCHAR NOT NULL,
    municipality VARCHAR,
    party VARCHAR,
    sector VARCHAR,
    start_date DATE NOT NULL,
    end_date DATE,
    counting VARCHAR,
    strength VARCHAR NOT NULL,
    document VARCHAR NOT NULL,
    section VARCHAR
);

-- Money per year and line, in euros.
CREATE TABLE budget (
    delivery_id INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number INTEGER NOT NULL,
    year INTEGER NOT NULL,
    period_start DATE NOT NULL,
    period_end DATE NOT NULL,
    line VARCHAR NOT NULL,
    agreement VARCHAR,
    municipality VARCHAR,
    measure VARCHAR NOT NULL,
    amount_low DECIMAL(14, 2) NOT NULL,
    amount_high DECIMAL(14, 2) NOT NULL,
    source VARCHAR,
    document VARCHAR,
    reading VARCHAR
);

CREATE TABLE action (
    delivery_id INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number INTEGER NOT NULL,
    action_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    pillar VARCHAR,
    level VARCHAR,
    owner VARCHAR,
    municipality VARCHAR,
    start_date DATE,
    end_date DATE,
    indicator VARCHAR,
    target_low DECIMAL(18, 3),
    target_high DECIMAL(18, 3),
    realised DECIMAL(18, 3),
    unit VARCHAR,
    amount DECIMAL(14, 2),
    money_source VARCHAR,
    status VARCHAR,
    reference_date DATE
);

CREATE TABLE goal (
    delivery_id INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number INTEGER NOT NULL,
    node_id VARCHAR NOT NULL,
    parent_id VARCHAR,
    level VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    metric VARCHAR,
    target VARCHAR,
    "order" INTEGER NOT NULL
);
