"""The words of invitations in Russian."""

# ruff: noqa: RUF001 -- the letters and marks of the language itself

from __future__ import annotations

from exports.invitations.words.vocabulary import InvitationWords

RUSSIAN = InvitationWords(
    language="ru",
    roles={
        "secretariat": "Секретариат",
        "co_chair": "Сопредседатель",
        "moderator": "Ведущий",
        "rapporteur": "Докладчик",
        "observer": "Наблюдатель",
        "display": "Большой экран",
    },
    room="зал {number}: {title}",
    bare_room="зал {number}",
    greeting="Здравствуйте, {name}!",
    yours="Это Ваша личная ссылка на заседание «{title}».",
    task="Ваша роль: {task}",
    link="Ваша ссылка: {link}",
    once=(
        "Она открывается один раз и в одном браузере. Откройте её на том устройстве, которым будете пользоваться на"
        " заседании, и никому не передавайте."
    ),
    when="Когда:",
    video="Видеосвязь: {address}",
    otherwise=(
        "Если ссылка не открывается, попросите у секретариата новую или войдите с кодом {code} по адресу {address}"
    ),
    calendar="Личная ссылка придёт отдельным сообщением. Код для входа: {code}, адрес: {address}",
    sheet="Ссылки на заседание «{title}»",
    keep="Передайте каждую карточку только её владельцу. Код открывается один раз.",
    scan_yours="QR-код с личной ссылкой: {name}",
    card="Отсканируйте код тем устройством, которым будете пользоваться на заседании. Он открывается один раз.",
    join="Вход на заседание",
    scan_join="QR-код, открывающий страницу входа",
    code="Код",
    in_charge="Ответственные лица",
    undated="Дата будет объявлена",
    steps=("Отсканируйте код или откройте адрес", "Введите девять цифр", "Укажите имя и делегацию"),
)
