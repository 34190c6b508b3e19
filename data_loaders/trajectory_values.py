"""Words of trajectories: whom they are for, who gives them, what they are, and how far they got."""

from __future__ import annotations

import pyarrow as pa

from data_loaders.categories import category
from data_loaders.codes import CHANNELS, JOB_TYPES, TARGET_GROUPS

_WORK = {
    name: JOB_TYPES[name]
    for name in ("garantiebaan", "beschut", "leerwerkplek", "werkervaringsplaats", "loonkostensubsidie")
}
read_target_group = category(
    TARGET_GROUPS
    | {
        "direct-bemiddelbaar": "direct bemiddelbare|direct bemiddelbaren|bemiddelbaar|zonder afstand",
        "evc": "evc kandidaat|evc traject|erkenning van ervaring|erkenning verworven competenties",
    },
    "de doelgroep",
)
read_provider = category(
    CHANNELS
    | {
        "gespecialiseerd": "gespecialiseerd bureau|gespecialiseerde aanbieder|specialist|"
        "gespecialiseerde bureaus|andere aanbieder"
    },
    "de aanbieder",
)
# The numbers are those of the statistics of re-integration (SRG).
read_provision = category(
    _WORK
    | {
        "leerwerkplek": "leerwerkplaats|leerwerkbaan|leer werkplek|leerwerkplekken|lwp",
        "werkervaringsplaats": "wep|werkervaring|werkervaringsplek|werkervaringplaats",
        "loonkostensubsidie": JOB_TYPES["loonkostensubsidie"]
        + "|loonkostensubsidie (p-wet)|forfaitaire loonkostensubsidie|forfaitaire lks|tijdelijke lks",
        "leerwerktraject": "leer-werktraject|leer werktraject|leerwerktrajecten|lwt",
        "proefplaatsing": "proef|proefplaats|23|proefplaatsing t.b.v. loonwaardebepaling",
        "participatieplek": "participatieplaats|participatieplekken|tegenprestatie",
        "dagbesteding": "arbeidsmatige dagbesteding",
        "jobcoach": "jobcoaching|30|begeleiding op de werkplek|jobcoach/begeleiding op de werkplek",
        "directe-bemiddeling": "directe bemiddeling|bemiddeling|jobhunting|arbeidsbemiddeling|"
        "sollicitatietraining",
        "scholing": "opleiding|cursus|om- en bijscholing|omscholing|bijscholing|taalcursus",
        "evc": "evc-traject|erkenning van ervaring|erkenning verworven competenties",
        "overig": "overige|anders|29|overige werkplekken|31|werkplekaanpassing|59|"
        "overige faciliterende voorziening|andere voorziening|schuldhulpverlening|startersbeurs",
    },
    "de voorziening",
)
read_step = category(
    {
        "intake": "aanmelding|start|intakegesprek|aangemeld",
        "diagnose": "assessment|diagnosefase|onderzoek",
        "training": "workshop|werkfit|werkfittraject|werknemersvaardigheden",
        "werken-met-behoud": "werken met behoud van uitkering|werken met behoud|wmb|wmbu|werkervaring",
        "opleiding": "scholing|cursus|leren",
        "matching": "bemiddeling|match|jobhunting|plaatsing",
    },
    "de stap",
)
read_result = category(
    {
        "geplaatst": "geplaatst in werk|werk|betaald werk|uitstroom naar werk|uitgestroomd naar werk|baan|"
        "succesvol|geslaagd",
        "opleiding": "naar opleiding|school|terug naar school|scholing",
        "participatie": "vrijwilligerswerk|naar participatie of vrijwilligerswerk|participatieplek",
        "zorg": "dagbesteding|naar zorg of dagbesteding|wijkteam",
        "gestopt": "uitgevallen|uitval|afgebroken|voortijdig beeindigd|beeindigd|gestaakt|voortijdig gestopt",
        "loopt": "lopend|loopt nog|nog bezig|actief|in traject",
    },
    "het resultaat",
)
READERS = {
    "group": (read_target_group, pa.string()),
    "provider": (read_provider, pa.string()),
    "provision": (read_provision, pa.string()),
    "step": (read_step, pa.string()),
    "result": (read_result, pa.string()),
}
