"""The codes that are stored, and how deliveries write them."""

from __future__ import annotations

# Code, and how deliveries write it. The code itself is always understood.
JOB_TYPES = {
    "garantiebaan": "garantiebanen|banenafspraak|baanafspraak|afspraakbaan|baan banenafspraak",
    "regulier": "reguliere baan|regulier werk|betaald werk|betaalde baan|arbeidsovereenkomst",
    "beschut": "beschut werk|beschut werken|nieuw beschut|nieuw beschut werk|wsw beschut",
    "werkervaringsplaats": "wep|werkervaring|werkervaringsplek|werkervaringplaats|participatieplaats",
    "proefplaatsing": "proef|proefplaats|pp|proefplaatsing tbv loonwaardebepaling",
    "leerwerkplek": "leerwerkplaats|leerwerkbaan|leerwerktraject|leer werkplek|leerwerkplekken|lwp",
    "bbl": "bbl plaats|bbl baan|beroepsbegeleidende leerweg",
    "stage": "stageplaats|stageplek|bol stage|bpv",
    "vrijwilligerswerk": "vrijwilliger|vrijwillig|vrijwilligers werk|vrijwilligersplek",
    "detachering": "detachering wsw|gedetacheerd|detacheren|wsw detachering|groepsdetachering|det",
    "uitzend": "uitzendbaan|uitzendwerk|uitzendcontract|uitzendkracht|uitzendplaatsing|uitzenden",
    "wsw-begeleid-werken": "begeleid werken|bw|wsw bw|begeleid werken wsw|wsw begeleid werken",
    "loonkostensubsidie": "lks|baan met lks|baan met loonkostensubsidie|loonkosten subsidie",
}
SECTORS = {
    "markt": "marktsector|bedrijfsleven|particulier|privaat|profit|m",
    "overheid": "overheidswerkgever|overheidssector|onderwijs|onderwijs(overheid)|publiek|o",
    "inleen": "inleenverband|ingeleend|inlenen|uitzend|detachering|i",
}
CHANNELS = {
    "wsp": "werkgeversservicepunt|werkgevers service punt|wsp zkij|wsp zuid-kennemerland en ijmond",
    "pasmatch": "pas match|pasmatch haarlem",
    "paswerk": "pas werk|werkpas|werkpas holding|sw-bedrijf paswerk",
    "ijmond-werkt": "ijmond werkt!|ijmondwerkt|ijw|ijmond werkt! bv",
    "uwv": "uwv werkbedrijf|uwv werkplein",
    "agros": "agros re-integratie",
    "leerplein": "leer/werkplein|leerwerkplein|leer werkplein zijlsingel",
    "ikh-stagebureau": "ikh|stagebureau|stagebureau ikh|ikh stagebureau",
    "commercieel": "uitzendbureau|commercieel bureau|uitzend|bemiddelingsbureau|randstad|commerciele bureaus",
    "wijkteam": "sociaal wijkteam|wijkteams|swt",
    "haarlemse-keten": "haarlemse keten|keten",
    "sroi": "social return|sroi inkoop|inkoop",
    "werk-nl": "werk.nl|werknl",
    "zelf": "eigen kracht|zelf gevonden|zelfstandig gevonden|eigen initiatief|client zelf",
    "overig": "overige|anders|ander",
}
TARGET_GROUPS = {
    "participatiewet": "p-wet|pw|p wet|bijstand|wwb|participatie wet|bijstandsgerechtigd|abw|pwet",
    "wajong": "wajong 2010|wajong 2015|owajong|jonggehandicapt|jonggehandicapten|wajonger",
    "wia": "wga|iva|wia wga|wga wia",
    "wao": "wao waz",
    "ww": "werkloosheidswet|ww uitkering",
    "ioaw": "",
    "ioaz": "",
    "nug": "nugger|nuggers|niet uitkeringsgerechtigd|niet-uitkeringsgerechtigde|nug er",
    "wsw": "wsw indicatie|sw|wsw geindiceerd|oude wsw",
    "wiw-id": "wiw|id-baan|id|id baan|wiw/id|wiw id baan",
    "statushouder": "statushouders|vergunninghouder",
    "50-plus": "50+|50plus|50-plusser|50-plussers|ouderen",
    "ex-gedetineerde": "ex-gedetineerden|exgedetineerd|ex gedetineerd",
    "pro": "praktijkonderwijs|pro school|praktijk onderwijs",
    "vso": "voortgezet speciaal onderwijs|vso zmlk",
    "mbo1": "mbo 1|mbo niveau 1|entree|entreeopleiding|mbo-1",
    "werkend": "werkende|werkenden|in dienst|werk naar werk",
    "zelfstandig": "zzp|zzp-er|zzper|zelfstandige|zelfstandigen|ondernemer",
}
PILLARS = {
    "uitkering-naar-werk": "van uitkering naar werk|uitkering|uitkering werk",
    "werk-naar-werk": "van werk naar werk",
    "onderwijs-naar-werk": "van onderwijs naar werk|onderwijs|school naar werk",
    "werkgelegenheid": "behoud werkgelegenheid|werkgelegenheid behouden",
}
PARTIES = {
    "grote-werkgevers": "15 grootste werkgevers|15 grootste|grote werkgevers|grootste werkgevers",
    "mkb-haarlem": "mkb|mkb haarlem",
    "ikh": "industriekring haarlem|industriekring|industriekring haarlem ikh",
    "gemeente-haarlem": "gemeente|haarlem|gem haarlem",
    "corporaties": "corporatie|woningcorporatie|woningcorporaties|ymere|pre wonen",
    "provincie-noord-holland": "provincie|provincie nh|noord holland",
    "anders": "ander|overig|overige|geen partij|andere werkgever",
}
TRACKS = {
    "bbl": "beroepsbegeleidend|beroepsbegeleidende leerweg|deeltijd|mbo bbl",
    "bol": "beroepsopleidend|beroepsopleidende leerweg|voltijd|mbo bol|bol vt|bol dt",
    "col": "", "cbl": "", "ovo": "", "ex": "extraneus|examendeelnemer",
}  # fmt: skip
