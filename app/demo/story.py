"""The meeting of the demonstration.

Its people are labels; its words are ours, its facts are those published by the co-chairs.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

FIRST_DAY, SECOND_DAY = dt.date(2020, 11, 3), dt.date(2020, 11, 10)
CO_CHAIRS = ("Bangladesh", "Canada", "United Kingdom")


@dataclass(frozen=True)
class RoomStory:
    """A breakout room: who runs it, what it asks, and what is said in it as (kind, words)."""

    title: str
    question: str
    moderated_by: str
    narrative: str
    lead_in: str
    said: tuple[tuple[str, str], ...]
    to_come: tuple[tuple[str, str], ...]
    note: str


OVERVIEW = (
    (
        "Participants looked at how a peacekeeping mission can prepare the ground for lasting peace, above all when it"
        " draws down."
    ),
    "A white paper commissioned for the meeting and presentations by United Nations officials opened the discussion.",
    "Three breakout groups went into depth: women, peace and security; institution building and training; financing.",
    "Delegations left with options that may become pledges at the Ministerial in Seoul.",
)

DOCUMENT_TITLE = (
    "Chairs’ Summary of the Preparatory Meeting on Peacebuilding and Sustaining Peace, "
    "co-hosted by Bangladesh, Canada and the United Kingdom"
)

INTRODUCTION = (
    "On 3 and 10 November 2020, Bangladesh, Canada and the United Kingdom held a virtual meeting to prepare the 2021 UN"
    " Peacekeeping Ministerial in Seoul. It brought together {participation}. The co-chairs sum up here what they"
    " heard; the text binds no delegation."
)

OPENING = (
    "The Under-Secretary-General for Peace Operations set the tone: every mission is on its way to an end from its"
    " first day, and has to plan for it. The Republic of Korea reported on the preparations in Seoul, where technology"
    " and medical capacity will be the themes that run through the programme. Pakistan announced the next preparatory"
    " meeting, which it will lead together with the Netherlands."
)

PANEL = (
    "Two researchers introduced their white paper. Speakers from the Peacebuilding Support Office, from the justice and"
    " corrections service and from the mission in Darfur added what they see: money that can be counted on, experts who"
    " stay long enough, and a handover that is planned with the country team.\n\nIn the discussion delegations came"
    " back to the work with country teams, to the part that development banks and companies can play, and to what the"
    " pandemic has changed. They were asked to take the questions home and to bring ideas for pledges to the second"
    " session."
)

PLENARY = (
    "The three moderators reported from their groups. Delegations underlined that missions and country teams should"
    " assess needs together, that host governments set the priorities, and that the expertise which exists in the"
    " United Nations system should be used more."
)

ROOMS = (
    RoomStory(
        "Women, Peace and Security in Transition Contexts",
        "Which pledges would bring more women into uniformed roles, and keep them there when a mission hands over?",
        "Canada",
        "The group spoke about what keeps women out of deployments and what has helped: national action plans, the"
        " network of chiefs of defence, and the Security Council’s resolution of 2020 on women in peacekeeping.",
        "Participants offered practices that others can take up:",
        (
            (
                "best practice",
                (
                    "Send or fund experts who read a conflict with gender in view and who open doors to women’s"
                    " organisations."
                ),
            ),
            (
                "best practice",
                (
                    "Show experienced policewomen and women officers in every part of a mission, in command as much as"
                    " in the field."
                ),
            ),
            (
                "best practice",
                (
                    "Use the barrier assessment of the Elsie Initiative before the next rotation, and publish what it"
                    " finds."
                ),
            ),
            ("pledge option", "A pool of gender-balanced engagement platoons, ready within ninety days."),
        ),
        (
            ("challenge", "Mediation teams are still put together without women; a quota was proposed and not agreed."),
            (
                "best practice",
                "Widen digital access, so that women in remote districts can take part in consultations held online.",
            ),
        ),
        "Two delegations asked to speak about funding before the half hour. Come back to the proposal for a quota at"
        " the end.",
    ),
    RoomStory(
        "Institution Building and Training in Transition Contexts",
        "What should be built, and who should be trained, before a mission leaves?",
        "Bangladesh",
        "The group looked for concrete contributions in two fields: the security sector, and civilian institutions such"
        " as courts, prisons and human rights bodies. Training was seen as useful where it follows an assessment made"
        " together with the host government.",
        "The main points were:",
        (
            (
                "takeaway",
                (
                    "Projects stop half-way when money ends with the mandate; support has to be timed to the project,"
                    " not to the budget year."
                ),
            ),
            (
                "takeaway",
                (
                    "Priorities should follow what the country needs most, and not only what a mandate or a budget line"
                    " allows."
                ),
            ),
            (
                "challenge",
                (
                    "Trust in institutions is slow to return after a long conflict, among neighbours and towards"
                    " partners from abroad."
                ),
            ),
        ),
        (
            (
                "takeaway",
                "Elders, civil society and the media can hold coordination to account when they are invited early.",
            ),
            ("pledge option", "A mobile training team for corrections officers, to be shared by three delegations."),
            ("question", "Who keeps the training material up to date once the mission has closed?"),
        ),
        "Keep the two sectors apart in the report. One speaker asked not to be quoted.",
    ),
    RoomStory(
        "Financing in Transition Contexts",
        "Where could money for a transition come from, earlier and for longer?",
        "United Kingdom",
        "A joint team of the United Nations set out the gap: less development money goes to peacebuilding, and"
        " attention falls when a mission leaves. It also showed what exists, from the Peacebuilding Fund to the joint"
        " work of several departments.",
        "Participants saw room for progress here:",
        (
            (
                "area for progress",
                "The Peacebuilding Fund reacts fast; it needs contributions that are larger and known years ahead.",
            ),
            ("area without consensus", "Whether the Peacebuilding Fund should also draw on assessed contributions."),
            (
                "area for progress",
                "Plan a transition two years before it begins, and carry the plan on for five years after.",
            ),
            (
                "area for progress",
                "Programme money in mission budgets helps, but is too small and too short to fill the gap alone.",
            ),
        ),
        (
            (
                "area for progress",
                (
                    "Find out early what the departure of a mission does to local trade, and talk to the development"
                    " banks about it."
                ),
            ),
            (
                "area for progress",
                (
                    "Bring companies and regional organisations in, and let countries of the South show each other what"
                    " works."
                ),
            ),
        ),
        "The question of assessed contributions is sensitive: read the wording out before it is chosen.",
    ),
)

SAID_IN_PLENARY = (
    ("takeaway", "Missions and country teams should write one assessment, not two."),
    (
        "takeaway",
        (
            "The Peacebuilding Commission is a place where countries in transition are heard; use it before the mandate"
            " ends."
        ),
    ),
)

DELEGATIONS = {
    "Bangladesh": 9, "Canada": 10, "United Kingdom": 10, "Republic of Korea": 8, "United States of America": 6,
    "Pakistan": 5, "Netherlands": 5, "Germany": 4, "Rwanda": 4, "Ghana": 4, "Uruguay": 3, "Ireland": 3, "Nepal": 4,
    "India": 3, "Indonesia": 3, "Ethiopia": 3, "Senegal": 3, "Egypt": 3, "Morocco": 3, "Jordan": 3, "Japan": 4,
    "China": 4, "Viet Nam": 3, "Brazil": 3, "Mexico": 3, "Argentina": 2, "Chile": 2, "Peru": 2, "El Salvador": 2,
    "Guatemala": 2, "France": 4, "Spain": 3, "Italy": 3, "Portugal": 2, "Belgium": 2, "Austria": 2, "Switzerland": 3,
    "Sweden": 3, "Norway": 3, "Denmark": 3, "Finland": 3, "Estonia": 2, "Latvia": 2, "Lithuania": 2, "Poland": 2,
    "Czechia": 2, "Slovakia": 2, "Hungary": 2, "Romania": 2, "Bulgaria": 2, "Croatia": 2, "Serbia": 3, "Ukraine": 2,
    "Türkiye": 3, "Kazakhstan": 2, "Mongolia": 3, "Sri Lanka": 2, "Cambodia": 2, "Thailand": 3, "Malaysia": 2,
    "Philippines": 2, "Fiji": 2, "Australia": 3, "New Zealand": 2, "South Africa": 3, "Kenya": 3, "Uganda": 2,
    "United Republic of Tanzania": 2, "Zambia": 2, "Malawi": 2, "Burundi": 2, "Cameroon": 2, "Chad": 2, "Niger": 2,
    "Nigeria": 3, "Burkina Faso": 2, "Togo": 3, "Côte d'Ivoire": 2, "Gambia": 2, "Sierra Leone": 2, "Tunisia": 2,
    "Qatar": 2, "United Arab Emirates": 2, "DPO": 4, "DPPA": 3, "PBSO": 3, "UNDP": 3, "UN Women": 3, "OROLSI": 2,
    "African Union": 2, "European Union": 3, "ICRC": 1,
}  # fmt: skip
"""How many people each delegation sends; the mixture is made up."""

PROPOSAL = "Could the group also look at how reservists are released by their employers?"
HELP = "The interpretation channel for French is silent."
