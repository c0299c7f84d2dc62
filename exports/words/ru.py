"""The document's words in Russian."""

# ruff: noqa: RUF001 -- the letters and marks of the language itself

from __future__ import annotations

from exports.words.vocabulary import AnnexWords, FrameWords, Words

RUSSIAN = Words(
    language="ru",
    colon=": ",
    overview="Обзор",
    introduction="Введение",
    session="Заседание {number}",
    parts={
        "remarks": "Вступительные выступления",
        "panel": "Групповая дискуссия",
        "breakouts": "Рабочие группы",
        "plenary": "Пленарное заседание",
        "closing": "Заключительные выступления",
    },
    group="Рабочая группа {number}",
    key_points="Пункты",
    lead_in="Вводная фраза",
    speakers="Выступающие",
    question="Основной вопрос",
    kinds={
        "takeaway": "Вывод",
        "best practice": "Передовая практика",
        "challenge": "Проблема",
        "pledge option": "Возможное обязательство",
        "area without consensus": "Нет консенсуса",
        "area for progress": "Возможный прогресс",
        "question": "Открытый вопрос",
    },
    lead_ins={
        "takeaway": "Основные выводы заключаются в следующем:",
        "best practice": "Участники поделились следующей передовой практикой:",
        "challenge": "Участники отметили следующие проблемы:",
        "pledge option": "Были названы следующие возможные обязательства, которые никого не связывают:",
        "area without consensus": "Участники не пришли к консенсусу по следующим вопросам:",
        "area for progress": "По мнению участников, прогресс возможен в следующих областях:",
        "question": "Открытыми остались следующие вопросы:",
    },
    mixed_lead_in="Группа доложила о следующем:",
    chaired="Совещание «{title}», сопредседатели: {chairs}; даты проведения: {dates}.",
    chaired_undated="Совещание «{title}», сопредседатели: {chairs}.",
    held="Совещание «{title}», даты проведения: {dates}.",
    held_undated="Настоящее резюме посвящено совещанию «{title}».",
    process="Совещание проводилось в рамках следующего процесса: {process}.",
    brought_together="Участие в совещании: {sentence}.",
    unnumbered="участники из государств — членов ООН",
    frame=FrameWords(
        summary="Резюме сопредседателей",
        summary_for="Резюме сопредседателей – {title}",
        hosted_by="{title}, организаторы: {hosts}",
        dates="Даты",
        chairs="Сопредседатели",
        process="Процесс",
        status="Статус",
        status_draft="Проект от {moment} UTC, не выпущен",
        status_released="Выпущено сопредседателями",
        cleared_by="Согласовано",
        contents="Содержание",
        page="Стр. {page} из {pages}",
        draft_mark="ПРОЕКТ",
        draft_footer="ПРОЕКТ – не выпущено сопредседателями",
        skip="Перейти к тексту",
        as_of="Состояние данных: {moment} UTC. Код {reference}.",
        shortened_text="[Сокращено для печати: ещё {count} знаков сохранено в материалах.]",
        shortened_list="[Сокращено для печати: ещё {count} пунктов сохранено в материалах.]",
    ),
    annex=AnnexWords(
        title="Приложение – Участие",
        by_kind_caption="Таблица 1. Состав участников",
        by_session_caption="Таблица 2. Участие по заседаниям и рабочим группам",
        kind="Делегации",
        delegations="Делегации",
        people="Участники",
        share="% от всех",
        occasion="Заседание или группа",
        total="Всего",
        meeting="Всё совещание",
        sessions="Заседания",
        every_session="Присутствовали на всех заседаниях",
        rooms="Рабочие группы",
        kinds={
            "member_state": "Государства — члены ООН",
            "observer_state": "Государства-наблюдатели",
            "un": "Структуры ООН",
            "observer": "Наблюдатели",
            "other": "Прочие",
        },
        chart_title="Рисунок 1. Доля от общего числа участников",
        chart_description="Горизонтальная диаграмма; полная полоса – все участники, {count}.",
        percent="{number}\u00a0%",
        counted=(
            "Данные взяты из журнала присутствия. Каждый человек учтён в каждой строке один раз, сколько бы раз он ни "
            "подключался и ни возвращался; делегация учтена один раз независимо от числа представителей. Проценты "
            "рассчитаны от общего числа участников и округлены."
        ),
        rounded="В тексте резюме эти цифры округлены; в настоящем приложении они приведены точно.",
    ),
)
