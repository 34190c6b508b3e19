"""Doelenboom: welk doel hangt waaronder, hoe staat elk doel ervoor, en wat vraagt aandacht?"""

import streamlit as st

from ui import goal_tree_detail as detail
from ui import goal_tree_history as history
from ui import goal_tree_view as view
from ui import sections
from ui.cards import empty_state, note
from ui.goal_tree_data import ask
from ui.goal_tree_stand import stands
from ui.show import show

choice = ask()
found = stands(choice)
sections.head(view.headline(choice, found), view.about(choice))
if choice.as_of is None:
    remedy = "De boom staat klaar. Lever plaatsingen, stages of reeksen aan; dan komen hier de standen."
    st.html(empty_state("Er zijn nog geen standen", remedy, "/gegevens", "Naar Gegevens"))
if choice.asked_node:
    st.html(note(f"Doel {choice.asked_node} staat niet in deze boom. Kies een ander doel.", "Niet gevonden."))
if choice.node:
    detail.draw(choice, found, choice.tree.nodes[choice.node])
sections.section("Van strategisch naar operationeel", view.RULE)
show(view.drawing(choice, found), "boom-tabel", "Doelenboom met standen")
sections.small(view.KEY)
sections.section(history.headline(choice), history.ABOUT)
st.html(history.history(choice))
sections.section("Wat we niet weten")
st.html(history.unknown(choice, found))
