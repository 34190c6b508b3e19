"""Dutch labels of the codes of vacancies, caseload counts, talks, trajectories and SROI contracts."""

VACANCY_STATUS = {"open": "open", "vervuld": "vervuld", "ingetrokken": "ingetrokken"}
SROI_STATUS = {
    "concept": "concept",
    "ingediend": "ingediend",
    "goedgekeurd": "goedgekeurd",
    "afgekeurd": "afgekeurd",
}
CASELOAD_MEASURE = {
    "stand": "stand",
    "instroom": "instroom",
    "uitstroom": "uitstroom",
    "uitstroom-naar-werk": "uitstroom naar werk",
}
CLIENT_GROUPS = {
    "zonder-afstand": "zonder afstand tot de arbeidsmarkt",
    "overbrugbaar": "overbrugbare afstand",
    "onoverbrugbaar": "niet te overbruggen afstand",
}
TRAJECTORY_GROUPS = {
    "direct-bemiddelbaar": "direct bemiddelbaar",
    "evc": "erkenning van ervaring (evc)",
}
PROVIDERS = {"gespecialiseerd": "gespecialiseerd bureau"}
KIND_LABELS: dict[str, dict[str, str]] = {
    "vacancy_status": VACANCY_STATUS,
    "sroi_status": SROI_STATUS,
    "caseload_measure": CASELOAD_MEASURE,
    "client_group": CLIENT_GROUPS,
    "client_group_before": CLIENT_GROUPS,
    "duration": {
        "korter-dan-1-jaar": "korter dan 1 jaar",
        "1-tot-5-jaar": "1 tot 5 jaar",
        "langer-dan-5-jaar": "5 jaar of langer",
    },
    "age": {"tot-27": "tot 27 jaar", "27-tot-50": "27 tot 50 jaar", "50-plus": "50 jaar en ouder"},
    "household": {
        "alleenstaand": "alleenstaand",
        "alleenstaande-ouder": "alleenstaande ouder",
        "paar": "paar zonder kinderen",
        "paar-met-kinderen": "paar met kinderen",
    },
    "referral": {
        "trajectory": "traject",
        "vacancy": "vacature",
        "zorg": "zorg",
        "wijkteam": "sociaal wijkteam",
        "dagbesteding": "dagbesteding",
        "scholing": "scholing",
        "vrijwilligerswerk": "vrijwilligerswerk",
        "overig": "iets anders",
        "geen": "geen verwijzing",
    },
    "talk_outcome": {
        "plan-gemaakt": "plan gemaakt",
        "plan-bijgesteld": "plan bijgesteld",
        "niet-verschenen": "niet verschenen",
        "afgezegd": "afgezegd",
        "geen-plan": "geen plan nodig",
    },
    "provision": {
        "garantiebaan": "garantiebaan",
        "beschut": "beschut werk",
        "leerwerktraject": "leerwerktraject",
        "leerwerkplek": "leerwerkplek",
        "werkervaringsplaats": "werkervaringsplaats",
        "proefplaatsing": "proefplaatsing",
        "participatieplek": "participatieplek",
        "dagbesteding": "dagbesteding",
        "jobcoach": "jobcoach",
        "loonkostensubsidie": "loonkostensubsidie",
        "directe-bemiddeling": "directe bemiddeling",
        "scholing": "scholing",
        "evc": "erkenning van ervaring (evc)",
        "overig": "andere voorziening",
    },
    "step": {
        "intake": "intake",
        "diagnose": "diagnose",
        "training": "training",
        "werken-met-behoud": "werken met behoud van uitkering",
        "opleiding": "opleiding",
        "matching": "matching",
    },
    "trajectory_result": {
        "geplaatst": "geplaatst in werk",
        "opleiding": "naar opleiding",
        "participatie": "naar participatie of vrijwilligerswerk",
        "zorg": "naar zorg of dagbesteding",
        "gestopt": "gestopt",
        "loopt": "loopt nog",
    },
}
