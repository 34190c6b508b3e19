-- What the rows mean, once: views of one grain each. Made anew at every start, so a change here
-- needs no migration. A table macro gives the facts as one data version knew them.

CREATE OR REPLACE MACRO known_deliveries(known) AS TABLE
    SELECT delivery_id FROM delivery_validity
    WHERE known_from <= known AND (known_until IS NULL OR known < known_until);

-- One row per placement. A renewal (same person and employer, at most 31 days after the previous
-- end) belongs to the placement that it continues; work that counts and work that does not are
-- never joined. Without a person key nothing is joined.
CREATE OR REPLACE MACRO placements_known_at(known) AS TABLE
    WITH delivered AS MATERIALIZED (
        SELECT
            placement.*,
            coalesce(job_type NOT IN ('beschut', 'stage', 'vrijwilligerswerk', 'werkervaringsplaats',
                                      'proefplaatsing', 'leerwerkplek'), true) AS counts,
            lower(trim(employer)) AS employer_name
        FROM placement WHERE delivery_id IN (FROM known_deliveries(known))
    ),
    -- Most people have one placement at an employer; only the others need the costly ordering.
    repeated AS MATERIALIZED (
        SELECT person_key, employer_name, counts FROM delivered
        WHERE person_key IS NOT NULL AND employer_name IS NOT NULL
        GROUP BY ALL HAVING count(*) > 1
    ),
    ordered AS (
        SELECT *, coalesce(start_date <= 31 + max(coalesce(end_date, DATE '9999-12-31')) OVER earlier, false)
            AS renews
        FROM delivered SEMI JOIN repeated USING (person_key, employer_name, counts)
        WINDOW earlier AS (PARTITION BY person_key, employer_name, counts
                           ORDER BY start_date, delivery_id, row_number
                           ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
    ),
    numbered AS (
        SELECT *, sum(CASE WHEN renews THEN 0 ELSE 1 END) OVER (
            PARTITION BY person_key, employer_name, counts ORDER BY start_date, delivery_id, row_number
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS episode
        FROM ordered
    ),
    ended AS (
        SELECT * REPLACE (nullif(max(coalesce(end_date, DATE '9999-12-31')) OVER (
            PARTITION BY person_key, employer_name, counts, episode), DATE '9999-12-31') AS end_date)
        FROM numbered
    ),
    placements AS (
        SELECT * EXCLUDE (renews, episode) FROM ended WHERE NOT renews
        UNION ALL BY NAME
        SELECT * FROM delivered ANTI JOIN repeated USING (person_key, employer_name, counts)
    )
    SELECT
        -- What no metric asks stays with the row as delivered: a smaller fact is a faster one.
        placements.* EXCLUDE (employer_name, pillar, placement_id, municipality_home, municipality_work, employer,
                              sbi, kvk, contract_kind, via_sroi, sroi_value),
        municipality_home AS municipality,
        CASE WHEN municipality_home IS NULL THEN NULL ELSE municipality.code IS NOT NULL END AS member,
        municipality.subregion,
        coalesce(in_register, false) AS registered_low,
        coalesce(in_register, true) AS registered_high,
        person_key AS person_low,
        coalesce(person_key, delivery_id || '/' || sheet || '/' || row_number) AS person_high,
        coalesce(pillar, CASE
            WHEN target_group IN ('pro', 'vso', 'mbo1') THEN 'onderwijs-naar-werk'
            WHEN target_group IN ('participatiewet', 'wajong', 'wia', 'wao', 'ww', 'ioaw', 'ioaz')
                THEN 'uitkering-naar-werk'
            WHEN target_group IN ('werkend', 'zelfstandig') THEN 'werk-naar-werk'
        END) AS pillar
    FROM placements
    LEFT JOIN municipality ON municipality.code = municipality_home
        AND start_date BETWEEN municipality.valid_from AND municipality.valid_until;

-- One row per internship. The place of work decides the region, else the place of residence.
CREATE OR REPLACE MACRO internships_known_at(known) AS TABLE
    SELECT
        internship.* EXCLUDE (pillar, internship_id, municipality_home, municipality_work, employer, school, crebo,
                              via_sroi),
        coalesce(municipality_work, municipality_home) AS municipality,
        CASE WHEN coalesce(municipality_work, municipality_home) IS NULL THEN NULL
             ELSE municipality.code IS NOT NULL END AS member,
        municipality.subregion,
        coalesce(track IN ('bbl', 'bol'), false) AS learning_low,
        coalesce(track IN ('bbl', 'bol'), true) AS learning_high,
        coalesce(pillar, 'onderwijs-naar-werk') AS pillar
    FROM internship
    LEFT JOIN municipality ON municipality.code = coalesce(municipality_work, municipality_home)
        AND start_date BETWEEN municipality.valid_from AND municipality.valid_until
    WHERE delivery_id IN (FROM known_deliveries(known));

-- One row per placement or internship: what the pillars of the doe-agenda count as activity.
CREATE OR REPLACE MACRO activities_known_at(known) AS TABLE
    SELECT 'plaatsing' AS activity, * FROM placements_known_at(known)
    UNION ALL BY NAME
    SELECT 'stage' AS activity, * FROM internships_known_at(known);
