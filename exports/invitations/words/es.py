"""The words of invitations in Spanish."""

from __future__ import annotations

from exports.invitations.words.vocabulary import InvitationWords

SPANISH = InvitationWords(
    language="es",
    roles={
        "secretariat": "Secretaría",
        "co_chair": "Copresidencia",
        "moderator": "Moderación",
        "rapporteur": "Relatoría",
        "observer": "Observación",
        "display": "Pantalla grande",
    },
    room="sala {number}: {title}",
    bare_room="sala {number}",
    greeting="Hola, {name}:",
    yours="Este es su enlace personal para la reunión «{title}».",
    task="Su función: {task}",
    link="Su enlace: {link}",
    once=(
        "Se abre una sola vez y en un solo navegador. Ábralo en el dispositivo que utilizará durante la reunión y no lo"
        " comparta con nadie."
    ),
    when="Cuándo:",
    video="Videoconferencia: {address}",
    otherwise=("Si el enlace no se abre, pida uno nuevo a la secretaría o entre con el código {code} en {address}"),
    calendar="Su enlace personal llega en un mensaje aparte. El código de acceso es {code}, en {address}",
    sheet="Enlaces para «{title}»",
    keep="Entregue cada tarjeta únicamente a su titular. El código se abre una sola vez.",
    scan_yours="Código QR con el enlace personal de {name}",
    card="Escanéelo con el dispositivo que utilizará durante la reunión. Se abre una sola vez.",
    join="Entrar en la reunión",
    scan_join="Código QR que abre la página de acceso",
    code="Código",
    in_charge="Personas responsables",
    undated="Fecha por anunciar",
    steps=(
        "Escanee el código o abra la dirección",
        "Escriba las nueve cifras",
        "Indique su nombre y su delegación",
    ),
    only_here=(
        "No distribuir: la dirección del servidor solo se abre en su propio equipo. "
        "Ponga en RAPPORT_PUBLIC_URL la dirección que todos abren, reinicie el servidor e imprima de nuevo."
    ),
    without_https=(
        "La dirección del servidor no lleva https: lo que se envía puede leerse por el camino. "
        "Ponga en RAPPORT_PUBLIC_URL una dirección con https, reinicie el servidor e imprima de nuevo."
    ),
)
