"""The question that finds pairs of rows which speak of the same placement, or may do so.

Rows are compared as they were delivered, whatever was decided, so that a decided pair is found again.
"""

# Different spellings of one employer: without legal form, spaces and signs.
_EMPLOYER = (
    r"nullif(regexp_replace(regexp_replace(lower(employer),"
    r" '\b(b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|stichting)(\W|$)', ' ', 'g'), '[^a-z0-9]', '', 'g'), '')"
)
_PLACE = "delivery_id, sheet, row_number"

PAIRS = f"""
WITH rows AS MATERIALIZED (
    SELECT {_PLACE}, source, start_date, placement_id, person_key, lower(trim(employer)) AS employer_name,
        {_EMPLOYER} AS who, kvk, municipality_home AS home, hours_low, hours_high, job_type, target_group,
        hash(placement_id, person_key, end_date, hours_low, hours_high, job_type, contract_kind, target_group,
             in_register, municipality_home, municipality_work, employer, sector, sbi, kvk, channel, pillar,
             party, via_sroi, sroi_value, quantity_low, quantity_high) AS content
    FROM placement JOIN sources_known_at($known) USING (delivery_id)
),
keyed AS (
    SELECT *, hash('nummer', source, placement_id, start_date) AS key FROM rows WHERE placement_id IS NOT NULL
    UNION ALL
    SELECT *, hash('persoon', person_key, employer_name, start_date) FROM rows
    WHERE person_key IS NOT NULL AND employer_name IS NOT NULL
    UNION ALL
    SELECT *, hash('rij', source, content, start_date, row_number() OVER (
        PARTITION BY delivery_id, content, start_date ORDER BY sheet, row_number)) FROM rows
    WHERE placement_id IS NULL AND (person_key IS NULL) <> (employer_name IS NULL)
    UNION ALL
    SELECT *, hash('dubbel', delivery_id, content, start_date) FROM rows
    WHERE placement_id IS NULL AND (person_key IS NOT NULL OR employer_name IS NOT NULL)
),
groups AS (
    SELECT key FROM keyed GROUP BY key HAVING count(*) > 1 AND count(DISTINCT person_key) < 2
),
newest AS (
    SELECT * FROM keyed SEMI JOIN groups USING (key)
    QUALIFY row_number() OVER (PARTITION BY key ORDER BY delivery_id DESC, sheet, row_number) = 1
),
same AS (
    SELECT CASE WHEN one.delivery_id = other.delivery_id THEN 'levering'
                WHEN one.content = other.content THEN 'herhaling' ELSE 'tegenspraak' END AS kind,
        struct_pack(d := one.delivery_id, s := one.sheet, r := one.row_number) AS one,
        struct_pack(d := other.delivery_id, s := other.sheet, r := other.row_number) AS other, start_date
    FROM newest AS one JOIN keyed AS other USING (key, start_date)
    WHERE (one.delivery_id, one.sheet, one.row_number) <> (other.delivery_id, other.sheet, other.row_number)
),
counting AS (
    SELECT *, row_number() OVER (PARTITION BY source, start_date, who ORDER BY {_PLACE}) AS turn FROM rows
    ANTI JOIN (
        FROM doubled_placements($known)
        EXCEPT SELECT {_PLACE} FROM decided_placements($known)
    ) USING ({_PLACE})
),
meeting AS (
    SELECT one, other FROM counting one JOIN counting other USING (start_date, who)
    WHERE one.delivery_id < other.delivery_id
    UNION
    SELECT one, other FROM counting one JOIN counting other USING (start_date, kvk)
    WHERE one.delivery_id < other.delivery_id
),
scored AS (
    SELECT struct_pack(d := one.delivery_id, s := one.sheet, r := one.row_number) AS a,
        struct_pack(d := other.delivery_id, s := other.sheet, r := other.row_number) AS b,
        one.start_date AS start_date, one.source = other.source AS same_source,
        abs(one.turn - other.turn) AS apart,
        coalesce(one.home = other.home, false)::INT + coalesce(one.job_type = other.job_type, false)::INT
            + coalesce(one.target_group = other.target_group, false)::INT
            + (one.hours_low = other.hours_low AND one.hours_high = other.hours_high
               AND one.hours_low = one.hours_high)::INT AS alike
    FROM meeting
    WHERE one.hours_low <= other.hours_high AND other.hours_low <= one.hours_high
        AND coalesce(one.home = other.home, true) AND coalesce(one.job_type = other.job_type, true)
        AND coalesce(one.target_group = other.target_group, true)
        -- One supplier's own numbers and persons tell its rows apart already.
        AND (one.source <> other.source OR (
            (one.placement_id IS NULL OR other.placement_id IS NULL)
            AND (one.person_key IS NULL OR other.person_key IS NULL)))
),
likely AS (
    SELECT CASE WHEN same_source THEN 'gelijkenis' ELSE 'leveranciers' END AS kind, a AS one, b AS other,
        start_date
    FROM (SELECT *, row_number() OVER (PARTITION BY a ORDER BY alike DESC, apart, b) AS first_of_a,
                 row_number() OVER (PARTITION BY b ORDER BY alike DESC, apart, a) AS first_of_b
          FROM scored WHERE alike >= 2)
    WHERE first_of_a = 1 AND first_of_b = 1
)
SELECT kind, one, other, start_date FROM (FROM same UNION FROM likely)
ORDER BY start_date DESC, kind, one, other
"""

# The rows of pairs with their marks, to be shown side by side; pseudonyms stay inside.
ROWS = f"""
SELECT marked.* EXCLUDE (person_key, employer_name, source), supplier, file_name, delivered_at,
    person_key IS NOT NULL AS has_person,
    ({_PLACE}) NOT IN (SELECT ({_PLACE}) FROM doubled_placements($known)) AS counts
FROM marked_placements($known, $days::DATE[]) AS marked
JOIN (SELECT id AS delivery_id, supplier, file_name, delivered_at FROM delivery) USING (delivery_id)
SEMI JOIN (SELECT unnest($deliveries::INTEGER[]) AS delivery_id, unnest($sheets::VARCHAR[]) AS sheet,
                  unnest($numbers::INTEGER[]) AS row_number) USING ({_PLACE})
"""

RENEWALS = f"""
SELECT (SELECT count(*) FROM placement SEMI JOIN sources_known_at($known) USING (delivery_id))
     - (SELECT count(*) FROM placement SEMI JOIN doubled_placements($known) USING ({_PLACE}))
     - (SELECT count(*) FROM placements) AS number
"""
