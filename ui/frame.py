"""The script that Streamlit runs: page settings, navigation and what stands around every page."""

from __future__ import annotations

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from ui.access import OWN, SAMPLE, library, may_edit, shows_sample  # noqa: E402
from ui.search_box import asked, search_box  # noqa: E402
from ui.style import style_html  # noqa: E402

PAGES = ROOT / "pages"


def pages() -> list:
    """Return the pages in the order of the navigation; the address is the key that links rely on."""
    return [
        st.Page(PAGES / "overzicht.py", title="Overzicht", url_path="", default=True),
        st.Page(PAGES / "sociaal_akkoord.py", title="Lokaal Sociaal Akkoord", url_path="sociaal-akkoord"),
        st.Page(PAGES / "werkbedrijf.py", title="Werkbedrijf", url_path="werkbedrijf"),
        st.Page(PAGES / "doe_agenda.py", title="Doe-agenda 2020–2022", url_path="doe-agenda"),
        st.Page(PAGES / "crisis.py", title="Crisis en context", url_path="crisis"),
        st.Page(PAGES / "participatie.py", title="Participatie", url_path="participatie"),
        st.Page(PAGES / "dienstverlening.py", title="Dienstverlening", url_path="dienstverlening"),
        st.Page(PAGES / "doelenboom.py", title="Doelenboom", url_path="doelenboom"),
        st.Page(PAGES / "afspraken.py", title="Afspraken", url_path="afspraken"),
        st.Page(PAGES / "gemeenten.py", title="Gemeenten", url_path="gemeenten"),
        st.Page(PAGES / "wat_als.py", title="Wat als", url_path="wat-als"),
        st.Page(PAGES / "gegevens.py", title="Gegevens", url_path="gegevens"),
        st.Page(PAGES / "datakwaliteit.py", title="Datakwaliteit", url_path="datakwaliteit"),
        st.Page(PAGES / "verantwoording.py", title="Verantwoording", url_path="verantwoording"),
        st.Page(PAGES / "zoeken.py", title="Zoeken", url_path="zoeken"),
    ]


def sample_notice() -> None:
    """Say on every page that the numbers are invented, and offer the way to one's own."""
    if not shows_sample():
        return
    with st.container(horizontal=True, vertical_alignment="center", key="voorbeeldbalk"):
        st.html("<b>Voorbeeldgegevens.</b> Alle standen op dit scherm zijn verzonnen; de doelen zijn echt.")
        if may_edit():
            st.button("Eigen gegevens gebruiken", key="naar-eigen", on_click=library().switch, args=(OWN,))


def main() -> None:
    """Draw the frame and run the chosen page in it."""
    offered = pages()
    page = st.navigation(offered, position="sidebar", expanded=True)
    if words := asked():
        st.switch_page(next(one for one in offered if one.url_path == "zoeken"), query_params={"zoek": words})
    st.set_page_config(page_title=f"{page.title} · Regiomonitor Arbeidsmarkt", page_icon="📊", layout="wide")
    st.html(style_html())
    with st.sidebar:
        if page.url_path != "zoeken":
            search_box()
        st.html('<p class="rm-source">Regiomonitor Arbeidsmarkt<br>Zuid-Kennemerland en IJmond</p>')
        if not shows_sample() and may_edit():
            st.button(
                "Voorbeeldgegevens tonen", key="naar-voorbeeld", on_click=library().switch, args=(SAMPLE,)
            )
    sample_notice()
    page.run()


main()
