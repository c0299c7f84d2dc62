"""Vocabulary: words in displayed names that are labels, titles, devices, or a country's name and a person's alike."""

# ruff: noqa: RUF001 - names come in six scripts, with their own brackets, dashes and letters

import re
from collections.abc import Sequence

from app.meetings.delegations.spelling import fold


def _folded(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split())


LABELS = _folded(
    "delegate delegates delegation representative rep participant member adviser advisor expert observer officer"
    " attache"
    " speaker no nr number délégué déléguée représentant représentante participante conseiller conseillère delegado"
    " delegada representante asesor asesora experto experta делегат делегация представитель участник советник эксперт"
    " 代表 代表团 与会者 参会者 专家 顾问 مندوب المندوب مندوبة ممثل الممثل ممثلة مشارك المشارك عضو خبير",
)

TITLES = _folded(
    "mr mrs ms miss mx dr prof professor he hon amb ambassador excellency sir dame lady col colonel gen general"
    " maj major"
    " lt capt captain cdr brig m mme mlle dra sr sra srta don doña embajador embajadora ambassadeur ambassadrice"
    " г-н г-жа"
    " господин госпожа посол 先生 女士 大使 السيد السيدة سعادة السفير الدكتور",
)

STATES_THAT_ARE_NAMES = _folded(
    "chad jordan georgia israel kenya india china malta cyprus ireland america holland mali cuba france francia spain"
    " españa portugal brazil brasil canada peru angola panama austria romania samoa monaco montenegro salvador dominica"
    " guinea togo chile benin germany",
)

LETTERS_THAT_ARE_NO_STATE = frozenset(
    word.upper()
    for word in _folded(
        "IT MD MA BA PA PM MS MR DR SR JR CO AI HR PR TV PC AM MC SC ST LA DE EL AL BEN DOM PER LIE VAT COM AND ARE CAR"
    )
)

_DEVICE = _folded(
    "ipad iphone macbook android galaxy samsung huawei xiaomi айпад айфон interpretation interpreter interpreters"
    " interpreting interprète interprètes interprétation interpretación intérprete intérpretes traducción traduction"
    " traductor translation translator переводчик переводчики перевод синхронный ترجمة الترجمة مترجم المترجم recording"
    " recorder notetaker fireflies polycom logitech livestream transcription captioner captioning captions"
    " otterai readai firefliesai fathomai tldv",
)

_DEVICE_IF_ALONE = _folded(
    "zoom teams webex user guest host cohost phone call in caller telephone dial tel mobile tablet pc laptop desktop"
    " computer admin administrator test unknown anonymous technical technician tech support room rooms"
    " conference meeting"
    " system bot ai assistant booth cart otter fathom read copilot web display screen device note taker s my the a"
    " hall projector camera stream streaming channel english french spanish russian chinese arabic en fr es ru zh ar"
    " invité invitado utilisateur usuario гость пользователь зал 用户 来宾 访客 مستخدم ضيف",
)

_DEVICE_IN_HAN = re.compile("口译|同传|同声传译|翻译|录制|录音")
_TELEPHONE = re.compile(r"[\d\s()+*.–-]{5,}")


def is_device(found: Sequence[str], text: str) -> bool:
    """Whether these folded words of `text` are a device, an interpreters' booth, a bot or a telephone number."""
    if _TELEPHONE.fullmatch(text) and any(letter.isdigit() for letter in text):
        return True
    alone = all(word in _DEVICE_IF_ALONE or word.isdigit() for word in found) and any(not w.isdigit() for w in found)
    return alone or bool(_DEVICE & set(found)) or bool(_DEVICE_IN_HAN.search(text))
