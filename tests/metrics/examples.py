"""Worked examples: for every metric, rows whose sum can be done by heart, and the answer."""

from datetime import date

BEFORE, INSIDE, AFTER = date(2014, 12, 31), date(2015, 3, 1), date(2016, 1, 1)

# Rows of placements: what differs from an ordinary one (Haarlem, register ja, market, 32 hours, 2015-03-02).
PLACEMENTS = [
    {"hours": 32, "person_key": "anna", "employer": "Bakkerij"},
    {"hours": 25, "person_key": "bert", "employer": "Bakkerij"},  # exactly 25: a garantiebaan
    {"hours": 24.99, "person_key": "bert", "employer": "Kwekerij"},  # just below: not
    {"hours": None, "person_key": "cees", "employer": "Drukkerij"},  # unknown hours: 0 to 40
    {"hours_low": 24, "hours_high": 32, "person_key": "dora", "employer": "Drukkerij"},  # "24-32"
    {"hours": 32, "in_register": None, "person_key": "emma"},  # register unknown
    {"hours": 32, "in_register": False, "person_key": "fred"},  # not in the register
    {"hours": 32, "job_type": "beschut", "person_key": "gert"},  # does not count for a target
    {"hours": 32, "start_date": BEFORE, "person_key": "hans"},  # before the period
    {"hours": 32, "start_date": AFTER, "person_key": "ilse"},  # after the period
    {"hours": 32, "municipality_home": "GM0363", "person_key": "joop"},  # Amsterdam: outside the region
    {"hours": 32, "person_key": None, "employer": "Kwekerij"},  # nobody knows who
]
# Counted for certain: anna 32, bert 25, bert 24.99, cees 0–40, dora 24–32, one without a key 32.
INTERNSHIPS = (
    [{"track": "bbl"}] * 40
    + [{"track": "bol"}] * 25
    + [{"track": "ovo"}]  # another track
    + [{"track": None}]  # unknown track
    + [
        {"track": "bbl", "municipality_home": "GM0363", "municipality_work": "GM0453"}
    ]  # works in Velsen: counts
    + [
        {"track": "bbl", "municipality_home": "GM0392", "municipality_work": "GM0363"}
    ]  # works outside: does not
)

# metric -> (value, high) in the region over 2015; value = low
FLOWS = {
    "placements": (6, 7),  # emma may be in the register
    "garantiebanen": (3, 6),  # anna, bert, the one without a key; perhaps cees, dora and emma
    "jobs": ((32 + 25 + 24.99 + 0 + 24 + 32) / 25.5, (32 + 25 + 24.99 + 40 + 32 + 32 + 32) / 25.5),
    "persons": (4, 6),  # anna, bert, cees, dora; perhaps emma and the one without a key
    "internships": (66, 67),
    "internships_extra": (6, 7),  # 66 - 60
    "pillar_placements": (9 + 68, 9 + 68),  # every placement and internship of 2015 in the region
}
# What is active on 1 March 2015 when all of it has no end date.
STOCKS = {
    "placements_active": (1, 1),  # hans; the others begin on 2 March
    "garantiebanen_active": (1, 1),
    "jobs_active": (32 / 25.5, 32 / 25.5),
    "persons_active": (1, 1),
}
