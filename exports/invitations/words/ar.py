"""The words of invitations in Arabic."""

from __future__ import annotations

from exports.invitations.words.vocabulary import InvitationWords

ARABIC = InvitationWords(
    language="ar",
    roles={
        "secretariat": "الأمانة",
        "co_chair": "الرئاسة المشتركة",
        "moderator": "إدارة النقاش",
        "rapporteur": "مهمة المقرِّر",
        "observer": "مراقب",
        "display": "الشاشة الكبيرة",
    },
    room="القاعة {number}: {title}",
    bare_room="القاعة {number}",
    greeting="تحية طيبة، {name}،",
    yours="هذا رابطكم الشخصي لاجتماع «{title}».",
    task="مهمتكم: {task}",
    link="رابطكم: {link}",
    once="يُفتح الرابط مرة واحدة وفي متصفح واحد. افتحوه على الجهاز الذي ستستخدمونه في الاجتماع، ولا ترسلوه إلى أحد.",
    when="الموعد:",
    video="الاتصال المرئي: {address}",
    otherwise="إذا لم يُفتح الرابط فاطلبوا رابطا جديدا من الأمانة، أو انضموا بالرمز {code} على العنوان {address}",
    calendar="يصلكم رابطكم الشخصي في رسالة مستقلة. رمز الانضمام: {code}، العنوان: {address}",
    sheet="روابط اجتماع «{title}»",
    keep="سلِّموا كل بطاقة إلى صاحبها وحده. يُفتح رمزها مرة واحدة.",
    scan_yours="رمز الاستجابة السريعة للرابط الشخصي: {name}",
    card="امسحوا الرمز بالجهاز الذي ستستخدمونه في الاجتماع. يُفتح مرة واحدة.",
    join="الانضمام إلى الاجتماع",
    scan_join="رمز استجابة سريعة يفتح صفحة الانضمام",
    code="الرمز",
    in_charge="المسؤولون",
    undated="يُعلن الموعد لاحقا",
    steps=("امسحوا الرمز أو افتحوا العنوان", "اكتبوا الأرقام التسعة", "اكتبوا الاسم والوفد"),
    only_here=(
        "لا توزّع هذه الورقة: عنوان الخادم لا يُفتح إلا على حاسوبه. "
        "اضبط RAPPORT_PUBLIC_URL على العنوان الذي يفتحه الجميع، ثم أعد تشغيل الخادم واطبع من جديد."
    ),
    without_https=(
        "عنوان الخادم بلا https: يمكن قراءة ما يُرسل في الطريق. "
        "اضبط RAPPORT_PUBLIC_URL على عنوان يبدأ بـ https، ثم أعد تشغيل الخادم واطبع من جديد."
    ),
)
