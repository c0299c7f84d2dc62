"""The words of invitations in French."""

from __future__ import annotations

from exports.invitations.words.vocabulary import InvitationWords

FRENCH = InvitationWords(
    language="fr",
    roles={
        "secretariat": "Secrétariat",
        "co_chair": "Coprésidence",
        "moderator": "Modération",
        "rapporteur": "Rapport",
        "observer": "Observation",
        "display": "Grand écran",
    },
    room="salle {number} : {title}",
    bare_room="salle {number}",
    greeting="Bonjour {name},",
    yours="Voici votre lien personnel pour la réunion « {title} ».",
    task="Votre fonction : {task}",
    link="Votre lien : {link}",
    once=(
        "Il s’ouvre une seule fois, dans un seul navigateur. Ouvrez-le sur l’appareil que vous utiliserez pendant la"
        " réunion et ne le transmettez à personne."
    ),
    when="Quand :",
    video="Visioconférence : {address}",
    otherwise=(
        "Si le lien ne s’ouvre pas, demandez-en un nouveau au secrétariat, ou rejoignez la réunion avec le code {code}"
        " à l’adresse {address}"
    ),
    calendar="Votre lien personnel vous parvient dans un message séparé. Code d’accès : {code}, à l’adresse {address}",
    sheet="Liens pour « {title} »",
    keep="Remettez chaque carte à la personne concernée et à elle seule. Son code s’ouvre une seule fois.",
    scan_yours="Code QR avec le lien personnel de {name}",
    card="Scannez-le avec l’appareil que vous utiliserez pendant la réunion. Il s’ouvre une seule fois.",
    join="Rejoindre la réunion",
    scan_join="Code QR qui ouvre la page d’accès",
    code="Code",
    in_charge="Responsables",
    undated="Date à préciser",
    steps=(
        "Scannez le code ou ouvrez l’adresse",
        "Saisissez les neuf chiffres",
        "Indiquez votre nom et votre délégation",
    ),
    only_here=(
        "Ne pas distribuer : l’adresse du serveur ne s’ouvre que sur son propre ordinateur. "
        "Donnez à RAPPORT_PUBLIC_URL l’adresse que chacun ouvre, redémarrez le serveur et imprimez de nouveau."
    ),
    without_https=(
        "L’adresse du serveur est sans https : ce qui est envoyé peut être lu en chemin. "
        "Donnez à RAPPORT_PUBLIC_URL une adresse en https, redémarrez le serveur et imprimez de nouveau."
    ),
)
