"""Lokaal Sociaal Akkoord: wat is er per pijler afgesproken, en waar staan we?"""

import streamlit as st

from reference.load import targets
from ui import choices, filters, sections
from ui import lsa_view as view
from ui.agreement_list import agreement_list, milestone_list
from ui.lsa_published import published_for, published_list
from ui.show import show

with filters.bar():
    as_of = filters.reference_date()

if as_of is None:
    what = "Hier komen garantiebanen, stages en social return naast het akkoord. Lever plaatsingen en stages."
    sections.no_data("Lokaal Sociaal Akkoord: waar staan we?", what)
    st.stop()


def course(target, title: str, detail: str, key: str, above=None) -> None:
    """The burn-up of a target with its source; its title may stand `above` what came before."""
    with above or st.container():
        sections.part(title, detail)
    show(view.course_chart(target, as_of), key, title)
    st.html(view.source(target))


def published(standings: list) -> None:
    """What documents published about these agreements, beside the rows."""
    if stated := published_for(view.keys(standings), as_of):
        sections.part("Wat documenten publiceerden, naast de rijen")
        st.html(published_list(stated))


sections.head(view.headline(as_of), view.ABOUT)

jobs = view.pillar(as_of, "garantiebanen")
sections.section(view.jobs_finding(jobs), view.ABOUT_JOBS)
show(agreement_list(jobs), "garantiebanen", "Afspraken over garantiebanen")
heading = st.container()
goal = choices.headline_goal()
course(goal, view.course_title(goal, as_of), view.course_detail(goal, as_of), "verloop", heading)
published(jobs)

school = view.pillar(as_of, "schooluitval")
sections.section(view.school_finding(as_of), view.ABOUT_SCHOOL)
show(agreement_list(school), "schooluitval", "Afspraken over schooluitval")
course(targets()[view.BEGUN], view.begun_finding(as_of), view.ABOUT_BEGUN, "stages")
published(school)

mvo = view.pillar(as_of, "mvo")
sections.section(view.sroi_finding(), view.ABOUT_SROI)
show(agreement_list(mvo), "mvo", "Afspraken over social return")
published(mvo)

found = view.borging_milestones()
sections.section(view.borging_finding(found), view.ABOUT_BORGING)
st.html(milestone_list(found))
show(agreement_list(view.pillar(as_of, "borging", "dienstverlening")), "borging", "Afspraken over borging")
