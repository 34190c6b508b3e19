"""Afspraken: wat beloofde wie, en wat is bekend van wat ervan kwam?"""

import streamlit as st

from ui import commitments_list as listed
from ui import commitments_parts as parts
from ui.commitments_board import board_page
from ui.commitments_detail import detail
from ui.commitments_issues import issues_page
from ui.commitments_party import all_parties, party_page
from ui.commitments_state import current, passing

if parts.asked():
    key = parts.open_promise()
    if key:
        detail(key)
        st.stop()

part = parts.choose()
if part == parts.PARTIES:
    all_parties()
elif part == parts.BOARD:
    board_page(parts.who)
elif part == parts.ISSUES:
    issues_page(parts.who)
else:
    above, below = st.container(), st.container()
    with below:
        choice = listed.ask()
    with above:
        listed.opening(choice)
    if choice.party:
        party_page(choice)
    else:
        listed.listing(choice)
        listed.rules()
    listed.unknown(passing(current(), choice))
