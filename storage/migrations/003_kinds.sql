-- Rows of vacancies, caseload counts, talks, trajectories and SROI contracts.

-- A moment of which only the day is known has midnight and `_timed` false.
CREATE TABLE vacancy (
    delivery_id INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number INTEGER NOT NULL,
    vacancy_id VARCHAR,
    opened_at TIMESTAMP NOT NULL,
    opened_timed BOOLEAN NOT NULL,
    candidate_at TIMESTAMP,
    candidate_timed BOOLEAN,
    closed_date DATE,
    status VARCHAR,
    positions INTEGER NOT NULL,
    employer VARCHAR,
    kvk VARCHAR,
    sector VARCHAR,
    sbi VARCHAR,
    channel VARCHAR,
    municipality_work VARCHAR,
    hours_low DECIMAL(6, 2) NOT NULL,
    hours_high DECIMAL(6, 2) NOT NULL,
    jobcarving BOOLEAN,
    jobcoach BOOLEAN,
    no_risk BOOLEAN,
    wage_subsidy BOOLEAN,
    pillar VARCHAR
);

-- How many clients, on a day (stand) or over the days from period_start (flows). A secret count has no high.
CREATE TABLE caseload (
    delivery_id INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number INTEGER NOT NULL,
    reference_date DATE NOT NULL,
    period_start DATE,
    municipality VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    client_group VARCHAR,
    client_group_before VARCHAR,
    duration VARCHAR,
    age VARCHAR,
    household VARCHAR,
    quantity_low INTEGER NOT NULL,
    quantity_high INTEGER,
    secret BOOLEAN NOT NULL
);

CREATE TABLE talk (
    delivery_id INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number INTEGER NOT NULL,
    talk_id VARCHAR,
    person_key VARCHAR,
    municipality VARCHAR,
    invited_date DATE,
    talk_date DATE,
    client_group VARCHAR,
    plan_date DATE,
    referral VARCHAR,
    outcome VARCHAR,
    quantity_low INTEGER NOT NULL,
    quantity_high INTEGER NOT NULL
);

CREATE TABLE trajectory (
    delivery_id INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number INTEGER NOT NULL,
    trajectory_id VARCHAR,
    person_key VARCHAR,
    municipality VARCHAR,
    start_date DATE NOT NULL,
    end_date DATE,
    target_group VARCHAR,
    provider VARCHAR,
    provision VARCHAR,
    step VARCHAR,
    placed_date DATE,
    result VARCHAR,
    sustained_6 BOOLEAN,
    sustained_12 BOOLEAN,
    quantity_low INTEGER NOT NULL,
    quantity_high INTEGER NOT NULL
);

-- One row per contract. Internships count for two pillars, so they are never added to the places.
CREATE TABLE sroi (
    delivery_id INTEGER NOT NULL,
    sheet VARCHAR NOT NULL,
    row_number INTEGER NOT NULL,
    contract_id VARCHAR NOT NULL,
    contractor VARCHAR,
    contract_name VARCHAR,
    contract_value DECIMAL(14, 2),
    obligation DECIMAL(14, 2),
    obligation_pct DECIMAL(6, 2),
    start_date DATE NOT NULL,
    end_date DATE,
    places_committed INTEGER,
    places_realised INTEGER,
    internships_realised INTEGER,
    realised_value DECIMAL(14, 2),
    target_group VARCHAR,
    status VARCHAR,
    municipality VARCHAR
);
