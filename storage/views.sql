-- What the rows mean, once: views of one grain each. Made anew at every start, so a change here
-- needs no migration. A table macro gives the facts as one data version knew them.

CREATE OR REPLACE MACRO known_deliveries(known) AS TABLE
    SELECT delivery_id FROM delivery_validity
    WHERE known_from <= known AND (known_until IS NULL OR known < known_until);

-- Rows that speak of the same placement. Rules that apply until the analyst decides otherwise: the same
-- placement in two deliveries of one supplier counts once, as the newest delivery says it; everything else
-- counts as it stands. 'Same' is the same placement number and start, or the same person, employer and start,
-- or without those an identical row (the second of a delivery goes with the second of the other).

-- Who speaks: the supplier; of an unknown supplier the file itself, which is never compared with itself.
CREATE OR REPLACE MACRO sources_known_at(known) AS TABLE
    SELECT id AS delivery_id,
        CASE supplier WHEN 'onbekend' THEN 'onbekend/' || checksum ELSE supplier END AS source
    FROM delivery WHERE kind = 'placement' AND id IN (FROM known_deliveries(known));

CREATE OR REPLACE MACRO mark_of(parts) AS
    md5(array_to_string(list_transform(parts, lambda part: coalesce(part, '')), chr(31)));

-- The rows that begin on some days, with three marks: what the row says, which placement it speaks of, and
-- the row as one delivery gave it.
CREATE OR REPLACE MACRO marked_placements(known, days) AS TABLE
    WITH said AS (
        SELECT placement.*, source, lower(trim(employer)) AS employer_name,
            mark_of([source, placement_id, person_key, start_date::VARCHAR, end_date::VARCHAR,
                     hours_low::VARCHAR, hours_high::VARCHAR, job_type, contract_kind, target_group,
                     in_register::VARCHAR, municipality_home, municipality_work, employer, sector, sbi, kvk,
                     channel, pillar, party, via_sroi::VARCHAR, sroi_value::VARCHAR, quantity_low::VARCHAR,
                     quantity_high::VARCHAR]) AS said
        FROM placement JOIN sources_known_at(known) USING (delivery_id)
        WHERE start_date IN (SELECT unnest(days))
    )
    SELECT * EXCLUDE (said),
        said || '#' || row_number() OVER (
            PARTITION BY delivery_id, start_date, said ORDER BY sheet, row_number) AS content_mark,
        CASE WHEN placement_id IS NOT NULL THEN mark_of(['nummer', source, placement_id, start_date::VARCHAR])
             WHEN person_key IS NOT NULL AND employer_name IS NOT NULL
                 THEN mark_of(['persoon', source, person_key, employer_name, start_date::VARCHAR])
             ELSE content_mark END AS placement_mark,
        content_mark || '@' || delivery_id AS delivered_mark
    FROM said;

-- The rows that a standing decision speaks of, per decision. Where the row that was to count is gone, the
-- decision decides nothing.
CREATE OR REPLACE MACRO decided_placements(known) AS TABLE
    WITH decided AS (
        SELECT decision_id, choice, mark, kept, start_date FROM match_row
        JOIN match_decision ON match_decision.id = decision_id
        WHERE known_from <= known AND (known_until IS NULL OR known < known_until)
    ),
    found AS (
        SELECT decision_id, choice, kept, mark, delivery_id, sheet, row_number
        FROM (SELECT *, unnest([content_mark, placement_mark, delivered_mark]) AS mark
              FROM marked_placements(known, (SELECT list(DISTINCT start_date) FROM decided)))
        JOIN decided USING (mark, start_date)
    )
    SELECT DISTINCT * FROM found
    WHERE choice = 'all' OR decision_id IN (SELECT decision_id FROM found WHERE kept);

-- Rows of suppliers of whom two deliveries lie over the same days: only there can a placement stand twice.
CREATE OR REPLACE MACRO overlapping_placements(known) AS TABLE
    WITH reach AS (
        SELECT delivery_id, source, min(start_date) AS first, max(start_date) AS last
        FROM placement JOIN sources_known_at(known) USING (delivery_id) GROUP BY ALL
    ),
    crowded AS (
        SELECT DISTINCT one.delivery_id, source FROM reach one JOIN reach other USING (source)
        WHERE one.delivery_id <> other.delivery_id AND one.first <= other.last AND other.first <= one.last
    )
    -- Keys as numbers: they group several times faster than texts, and the start date stands beside them.
    SELECT delivery_id, sheet, row_number, start_date,
        CASE WHEN placement_id IS NOT NULL THEN hash(source, placement_id) END AS number_key,
        CASE WHEN person_key IS NOT NULL AND employer IS NOT NULL
            THEN hash(person_key, lower(trim(employer))) END AS person_and_employer,
        CASE WHEN person_key IS NOT NULL THEN hash(person_key) END AS person,
        -- With neither person nor employer a row may be anybody's: it is never taken for another.
        placement_id IS NULL AND (person_key IS NULL) <> (employer IS NULL) AS nameless
    FROM placement JOIN crowded USING (delivery_id);

-- Places of rows that do not count: the analyst chose another, or a newer delivery says it again.
CREATE OR REPLACE MACRO doubled_placements(known) AS TABLE
    WITH decided AS MATERIALIZED (FROM decided_placements(known)),
    dropped AS (SELECT delivery_id, sheet, row_number FROM decided WHERE choice = 'one' AND NOT kept),
    kept AS (
        SELECT delivery_id, sheet, row_number, max(delivery_id) OVER (PARTITION BY mark) AS newest
        FROM decided WHERE choice = 'all'
    ),
    rows AS MATERIALIZED (
        FROM overlapping_placements(known)
        ANTI JOIN dropped USING (delivery_id, sheet, row_number)
        ANTI JOIN kept USING (delivery_id, sheet, row_number)
    ),
    numbers AS (
        SELECT number_key, start_date, max(delivery_id) AS newest FROM rows WHERE number_key IS NOT NULL
        GROUP BY ALL HAVING min(delivery_id) < newest AND coalesce(min(person) = max(person), true)
    ),
    persons AS (
        SELECT person_and_employer, start_date, max(delivery_id) AS newest FROM rows
        WHERE person_and_employer IS NOT NULL GROUP BY ALL HAVING min(delivery_id) < newest
    ),
    crowded_days AS (
        SELECT start_date FROM rows WHERE nameless GROUP BY start_date HAVING min(delivery_id) < max(delivery_id)
    ),
    identical AS (
        SELECT delivery_id, sheet, row_number, max(delivery_id) OVER (PARTITION BY content_mark) AS newest
        FROM marked_placements(known, (SELECT list(start_date) FROM crowded_days))
        SEMI JOIN (FROM rows WHERE nameless) USING (delivery_id, sheet, row_number)
    )
    FROM dropped
    UNION SELECT delivery_id, sheet, row_number FROM kept WHERE delivery_id < newest
    UNION SELECT delivery_id, sheet, row_number FROM identical WHERE delivery_id < newest
    UNION SELECT delivery_id, sheet, row_number FROM rows JOIN numbers USING (number_key, start_date)
        WHERE delivery_id < newest
    UNION SELECT delivery_id, sheet, row_number FROM rows JOIN persons USING (person_and_employer, start_date)
        WHERE delivery_id < newest;

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
        FROM placement ANTI JOIN doubled_placements(known) USING (delivery_id, sheet, row_number)
        WHERE delivery_id IN (FROM known_deliveries(known))
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
