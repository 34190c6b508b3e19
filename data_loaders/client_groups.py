"""The client groups of Haarlem: their distance to work, as lists of counts and talks write them."""

from __future__ import annotations

from data_loaders.categories import category
from data_loaders.offers import Offer

SYNONYMS = (
    "klantgroep|klantengroep|afstand|afstand tot de arbeidsmarkt|afstand tot arbeidsmarkt|groep klanten|"
    "indeling klantgroep|klantgroepindeling|bemiddelbaarheid|klantprofiel|trede|participatietrede"
)
read_client_group = category(
    {
        "zonder-afstand": "zonder afstand|geen afstand|zonder afstand tot arbeidsmarkt|direct bemiddelbaar|"
        "direct bemiddelbare|bemiddelbaar|klantgroep 1|groep 1|geen/kleine afstand|geen of kleine afstand",
        "overbrugbaar": "overbrugbare afstand|met overbrugbare afstand|overbrugbare afstand tot de "
        "arbeidsmarkt|te overbruggen afstand|te overbruggen|klantgroep 2|groep 2",
        "onoverbrugbaar": "onoverbrugbare afstand|niet te overbruggen afstand|niet overbrugbaar|"
        "niet overbrugbare afstand|niet te overbruggen|klantgroep 3|groep 3|"
        "onoverbrugbare afstand tot de arbeidsmarkt",
    },
    "de klantgroep",
)  # fmt: skip
OFFER = Offer("Klantgroep", "De afstand tot de arbeidsmarkt.", "overbrugbare afstand", "client_group")
