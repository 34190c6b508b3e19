"""The receipt of a stored file: what, by whom and when, what it does to the headline, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from reference.dutch import number
from storage.deliveries import Delivery
from ui import data_actions as actions
from ui.cards import definitions
from ui.data_words import kind_label, moment, named, period, rows_text, status, supplier_name
from ui.kind_words import field_word
from ui.sections import part, small

OVERVIEW = Path(__file__).parents[1] / "pages" / "overzicht.py"


def receipt(one: actions.Receipt, deliveries: Sequence[Delivery]) -> None:
    """Show one receipt of this session, with the state that the delivery has now."""
    delivery = next((each for each in deliveries if each.id == one.delivery_id), None)
    if delivery is None:
        return
    with st.container(border=True, key=f"bewijs-{delivery.id}"):
        rows = rows_text(delivery.kind, delivery.row_count)
        part(f"Levering {delivery.id}: {rows} van {supplier_name(delivery.supplier)} opgeslagen")
        if delivery.active and one.headline:
            small(one.headline)
        elif not delivery.active:
            state = status(delivery, deliveries)
            st.html(f'<p class="rm-verdict-line">Deze levering telt nu niet mee ({state}).</p>')
        st.html(definitions(terms(delivery, one.left_out)))
        with st.container(horizontal=True, vertical_alignment="center"):
            if delivery.active:
                st.button(
                    "Terugnemen", key=f"terug-bewijs-{delivery.id}", on_click=actions.withdraw,
                    args=(delivery.id,),
                )  # fmt: skip
            elif not delivery.erased:
                st.button(
                    "Herstellen", key=f"herstel-bewijs-{delivery.id}", on_click=actions.restore,
                    args=(delivery.id,),
                )  # fmt: skip
            download(delivery, one.left_out, f"download-bewijs-{delivery.id}")
            st.page_link(OVERVIEW, label="Bekijk het Overzicht")


def download(delivery: Delivery, left_out: int, key: str) -> None:
    """Offer the receipt of a delivery as a text file."""
    text = receipt_text(delivery, left_out).encode("utf-8-sig")
    name = f"ontvangstbewijs levering {delivery.id}.txt"
    st.download_button("Ontvangstbewijs", text, name, "text/plain", key=key, on_click="ignore")


def terms(delivery: Delivery, left_out: int = 0) -> list[tuple[str, str]]:
    """Return the receipt as terms and texts."""
    found = [
        ("Bestand", delivery.file_name),
        ("Leverancier en periode", f"{supplier_name(delivery.supplier)}, {_days(delivery)}"),
        ("Opgeslagen", rows_text(delivery.kind, delivery.row_count)),
    ]
    if left_out:
        found.append(("Weggelaten om fouten", rows_text(delivery.kind, left_out)))
    if delivery.replaces:
        found.append(("Vervangt", ", ".join(f"levering {each}" for each in delivery.replaces)))
    dropped = ", ".join(f"“{name}”" for name in delivery.dropped_columns)
    return [
        *found,
        ("Weggelaten kolommen", f"{dropped} (privacy)" if dropped else "geen"),
        ("Door (naam opgegeven)", delivery.delivered_by or "niet opgegeven"),
        ("Op", moment(delivery.delivered_at)),
        ("Controlegetal (SHA-256)", delivery.checksum),
    ]


def receipt_text(delivery: Delivery, left_out: int = 0) -> str:
    """Return the receipt as plain text to keep: with every column and the field that it became."""
    lines = [
        "Ontvangstbewijs Regiomonitor Arbeidsmarkt",
        f"Levering {delivery.id}, {kind_label(delivery.kind)}",
        "",
    ]
    lines += [f"{term}: {text}" for term, text in terms(delivery, left_out)]
    lines += ["", f"Gelezen kolommen ({number(len(delivery.mapping))}):"]
    words = {heading: field_word(field, delivery.kind) for heading, field in delivery.mapping.items()}
    lines += [f"- {heading}: {word}" for heading, word in words.items()]
    return "\r\n".join(lines) + "\r\n"


def replaced_text(delivery: Delivery, deliveries: Sequence[Delivery]) -> str:
    """Return what counts again when a delivery is taken back."""
    back = [one for one in deliveries if one.id in delivery.replaces and not one.erased]
    return "; ".join(named(one) for one in back)


def _days(delivery: Delivery) -> str:
    return period(delivery.period_start, delivery.period_end)
