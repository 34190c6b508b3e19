"""The actions and the money of the doe-agenda, read once per data version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from metrics.agenda import Action, decided_actions, delivered_actions
from metrics.agenda_money import Euros, Fund, funds, reintegration_spent
from storage.database import Database
from ui.access import database
from ui.doe_agenda_filters import Chosen


@dataclass(frozen=True)
class Listed:
    """The actions that the filters leave, and how many there are without a filter."""

    delivered: tuple[Action, ...]
    decided: tuple[Action, ...]
    all_delivered: int
    words: str


def listed(chosen: Chosen) -> Listed:
    """Return the actions that the filters leave."""
    found = actions()
    return Listed(chosen.of(found), chosen.of(decided_actions()), len(found), chosen.words)


def actions() -> tuple[Action, ...]:
    """Return all delivered actions."""
    data = database()
    return _actions(data.identity, data.version, data)


def money() -> Sequence[Fund]:
    """Return the funds with what is planned, available and spent."""
    data = database()
    return _money(data.identity, data.version, data)


def spent() -> dict[int, Euros]:
    """Return what Haarlem spent on re-integration per year."""
    data = database()
    return _spent(data.identity, data.version, data)


@st.cache_data(show_spinner=False, max_entries=8)
def _spent(identity: str, version: int, _data: Database) -> dict[int, Euros]:
    return reintegration_spent(_data)


@st.cache_data(show_spinner=False, max_entries=8)
def _actions(identity: str, version: int, _data: Database) -> tuple[Action, ...]:
    return delivered_actions(_data)


@st.cache_data(show_spinner=False, max_entries=8)
def _money(identity: str, version: int, _data: Database) -> list[Fund]:
    return funds(_data, delivered_actions(_data))
