"""The indicators of series: their stable codes, labels, and the headings under which they arrive."""

from __future__ import annotations

# Code of an indicator: its label, and how headings of CBS, UWV and DUO write it over the years.
INDICATORS = {
    "inwoners": ("Inwoners", "aantal inwoners|inwonertal|bevolking"),
    "bijstand": (
        "Personen met bijstand",
        "bijstandsontvangers|bijstandontvangers|personen met bijstand|personen met een bijstandsuitkering|"
        "bijstandsuitkeringen|personen met bijstandsuitkering|uitkeringen participatiewet",
    ),
    "bijstand-dichtheid": ("Bijstandsdichtheid", "bijstandsdichtheid"),
    "bijstand-instroom": ("Instroom in de bijstand", "instromers|instroom|instroom bijstand"),
    "bijstand-uitstroom": ("Uitstroom uit de bijstand", "uitstromers|uitstroom|uitstroom bijstand"),
    "uitstroom-naar-werk": (
        "Uitstroom naar werk", "uitstromers naar werk|uitstroom bijstand naar werk|uitstroom wegens werk",
    ),
    "reintegratie": (
        "Personen met een re-integratievoorziening",
        "personen met re-integratievoorziening|personen met re-integratievoorzieningen|re-integratie",
    ),
    "werk-na-reintegratie": ("Werk na re-integratie", "werkenden na re-integratie|werk na re-integratie"),
    "bijstand-en-reintegratie": ("Bijstand en re-integratie", "personen met bijstand en re-integratie"),
    "bijstand-met-reintegratie": (
        "Bijstandsontvangers met re-integratie",
        "bijstandontvangers met re-integratie|bijstandsontvangers met re-integratie",
    ),
    "reintegratie-met-bijstand": ("Re-integratie met bijstand", "re-integratieontvangers met bijstand"),
    "wsw": ("Werknemers Wsw", "wsw-werknemers"),
    "wsw-dichtheid": ("Wsw-dichtheid", "wsw-dichtheid|wsw dichtheid"),
    "ww": ("WW-uitkeringen", "ww|ww-uitkeringen|aantal ww-uitkeringen|lopende ww-uitkeringen"),
    "tozo": ("Tozo-uitkeringen", "tozo|tozo-uitkeringen|personen met tozo|zelfstandigen met tozo"),
    "werkloosheid": ("Werkloosheid", "werkloosheid|werkloze beroepsbevolking|werkloosheidspercentage"),
    "jeugdwerkloosheid": (
        "Jeugdwerkloosheid", "jeugdwerkloosheid|werkloze jongeren|geregistreerde werkloze jongeren",
    ),
    "vacatures": ("Vacatures", "openstaande vacatures|aantal vacatures|ontstane vacatures"),
    "banenafspraak": (
        "Banen banenafspraak", "banenafspraak|banen banenafspraak|banen doelgroep banenafspraak",
    ),
    "vsv": (
        "Voortijdig schoolverlaters",
        "vsv|vsv-ers|aantal vsv|aantal vsv-ers|nieuwe vsv-ers|nieuwe voortijdig schoolverlaters|"
        "aantal nieuwe vsv-ers|voortijdig schoolverlaters|aantal voortijdig schoolverlaters",
    ),
    "vsv-percentage": ("Aandeel voortijdig schoolverlaters", "vsv-percentage|percentage vsv"),
    "vsv-norm": ("Norm voortijdig schoolverlaters", "normduovsv|norm duo vsv|vsv-norm|norm vsv|vsv norm"),
    "deelnemers-mbo": ("Deelnemers mbo", "aantal deelnemers|deelnemers mbo|mbo-deelnemers"),
}  # fmt: skip
