"""Lokaal Sociaal Akkoord: wat is er per pijler afgesproken, en waar staan we?"""

import streamlit as st

from reference.load import targets
from ui import choices, filters, lsa_sroi, sections
from ui import lsa_view as view
from ui.agreement_list import agreement_list, milestone_list
from ui.lsa_published import draw_published
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


sections.head(view.headline(as_of), view.ABOUT)

jobs = view.pillar(as_of, "garantiebanen")
sections.section(view.jobs_finding(jobs), view.ABOUT_JOBS)
show(agreement_list(jobs), "garantiebanen", "Afspraken over garantiebanen")
heading = st.container()
goal = choices.headline_goal()
course(goal, view.course_title(goal, as_of), view.course_detail(goal, as_of), "verloop", heading)
draw_published(jobs, as_of)

school = view.pillar(as_of, "schooluitval")
sections.section(view.school_finding(as_of), view.ABOUT_SCHOOL)
show(agreement_list(school), "schooluitval", "Afspraken over schooluitval")
course(targets()[view.BEGUN], view.begun_finding(as_of), view.ABOUT_BEGUN, "stages")
draw_published(school, as_of)

mvo = view.pillar(as_of, "mvo")
sections.section(view.sroi_finding(), view.ABOUT_SROI)
show(agreement_list(mvo), "mvo", "Afspraken over social return")
draw_published(mvo, as_of)
lsa_sroi.draw(as_of)

found = view.borging_milestones()
sections.section(view.borging_finding(found), view.ABOUT_BORGING)
st.html(milestone_list(found))
show(agreement_list(view.pillar(as_of, "borging", "dienstverlening")), "borging", "Afspraken over borging")
sections.section("Wat we niet weten", view.ABOUT_UNKNOWN)
st.html(view.unknown())
