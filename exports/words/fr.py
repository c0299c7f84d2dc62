"""The document's words in French."""

from __future__ import annotations

from exports.words.vocabulary import AnnexWords, FrameWords, PhraseWords, Words

FRENCH = Words(
    language="fr",
    colon="\u00a0: ",
    overview="Vue d’ensemble",
    introduction="Introduction",
    session="Séance {number}",
    parts={
        "remarks": "Déclarations liminaires",
        "panel": "Table ronde",
        "breakouts": "Groupes de travail",
        "plenary": "Séance plénière",
        "closing": "Observations finales",
    },
    group="Groupe de travail {number}",
    key_points="Points",
    lead_in="Phrase introductive",
    speakers="Intervenants",
    question="Question directrice",
    kinds={
        "takeaway": "Conclusion",
        "best practice": "Bonne pratique",
        "challenge": "Difficulté",
        "pledge option": "Engagement possible",
        "area without consensus": "Absence de consensus",
        "area for progress": "Progrès possible",
        "question": "Question ouverte",
    },
    lead_ins={
        "takeaway": "Les principales conclusions sont les suivantes\u00a0:",
        "best practice": "Les participants ont présenté les bonnes pratiques suivantes\u00a0:",
        "challenge": "Les participants ont relevé les difficultés suivantes\u00a0:",
        "pledge option": "Les engagements possibles ci-après, qui ne lient personne, ont été recensés\u00a0:",
        "area without consensus": "Les participants ne sont pas parvenus à un consensus sur les points suivants\u00a0:",
        "area for progress": "Les participants ont estimé que des progrès étaient possibles dans ces domaines\u00a0:",
        "question": "Les questions suivantes sont restées ouvertes\u00a0:",
    },
    mixed_lead_in="Le groupe a rendu compte des points suivants\u00a0:",
    chaired=(
        "La réunion intitulée «\u00a0{title}\u00a0», coprésidée par {chairs}, a eu lieu aux dates suivantes\u00a0: "
        "{dates}."
    ),
    chaired_undated="La réunion intitulée «\u00a0{title}\u00a0» a été coprésidée par {chairs}.",
    held="La réunion intitulée «\u00a0{title}\u00a0» a eu lieu aux dates suivantes\u00a0: {dates}.",
    held_undated="Le présent résumé rend compte de la réunion intitulée «\u00a0{title}\u00a0».",
    process="Elle s’inscrivait dans le cadre suivant\u00a0: {process}.",
    brought_together="Participation à la réunion\u00a0: {sentence}.",
    unnumbered="des participants d’États Membres de l’ONU",
    phrase=PhraseWords(
        people="{number} participants",
        more_people="plus de {number} participants",
        states="{number} États Membres de l’ONU",
        more_states="plus de {number} États Membres de l’ONU",
        both="{people} de {states}",
        as_well_as_un=", ainsi que l’ONU",
        over_sessions=", séances tenues\u00a0: {number}",
    ),
    frame=FrameWords(
        summary="Résumé des coprésidents",
        summary_for="Résumé des coprésidents – {title}",
        hosted_by="{title}, coorganisée par {hosts}",
        dates="Dates",
        chairs="Coprésidence",
        process="Processus",
        status="Statut",
        status_draft="Projet du {moment}, non publié",
        status_released="Publié par les coprésidents",
        cleared_by="Approuvé par",
        contents="Table des matières",
        page="Page {page} sur {pages}",
        draft_mark="PROJET",
        draft_footer="PROJET – non publié par les coprésidents",
        skip="Aller au texte",
        as_of="État du dossier\u00a0: {moment} UTC. Référence {reference}.",
        shortened_text="[Abrégé pour l’impression\u00a0: {count} autres caractères figurent au dossier.]",
        shortened_list="[Abrégé pour l’impression\u00a0: {count} autres éléments figurent au dossier.]",
    ),
    annex=AnnexWords(
        title="Annexe – Participation",
        by_kind_caption="Tableau 1. Composition",
        by_session_caption="Tableau 2. Présence par séance et par groupe de travail",
        kind="Délégations",
        delegations="Délégations",
        people="Personnes",
        share="% du total",
        occasion="Séance ou groupe",
        total="Total",
        meeting="Ensemble de la réunion",
        sessions="Séances",
        every_session="Présents à toutes les séances",
        rooms="Groupes de travail",
        kinds={
            "member_state": "États Membres de l’ONU",
            "observer_state": "États observateurs",
            "un": "Entités des Nations Unies",
            "observer": "Observateurs",
            "other": "Autres",
            "unknown": "Sans délégation connue (modérateurs et rapporteurs, par exemple)",
        },
        chart_title="Figure 1. Part de l’ensemble des participants",
        chart_description="Barres horizontales\u00a0; une barre pleine représente les {count} participants.",
        percent="{number}\u00a0%",
        counted=(
            "Les chiffres proviennent du registre de présence. Chaque personne est comptée une fois par ligne, quel "
            "que soit le nombre de ses connexions ou de ses retours\u00a0; une délégation est comptée une fois, quel "
            "que soit le nombre de ses représentants. Les pourcentages se rapportent à l’ensemble des participants "
            "et sont arrondis."
        ),
        rounded="Le texte du résumé arrondit ces chiffres\u00a0; la présente annexe les donne exactement.",
    ),
)
