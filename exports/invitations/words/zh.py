"""The words of invitations in Chinese."""

# ruff: noqa: RUF001 -- the letters and marks of the language itself

from __future__ import annotations

from exports.invitations.words.vocabulary import InvitationWords

CHINESE = InvitationWords(
    language="zh",
    roles={
        "secretariat": "秘书处",
        "co_chair": "共同主席",
        "moderator": "主持人",
        "rapporteur": "报告员",
        "observer": "观察员",
        "display": "大屏幕",
    },
    room="第{number}会议室：{title}",
    bare_room="第{number}会议室",
    greeting="{name}，您好：",
    yours="这是您参加“{title}”会议的个人链接。",
    task="您的职责：{task}",
    link="您的链接：{link}",
    once="链接只能在一个浏览器中打开一次。请在您开会时使用的设备上打开，不要转发给他人。",
    when="时间：",
    video="视频会议：{address}",
    otherwise="如果链接无法打开，请向秘书处索取新的链接，或用会议码 {code} 在以下地址入会：{address}",
    calendar="您的个人链接将另行发送。会议码：{code}，地址：{address}",
    sheet="“{title}”的链接",
    keep="请将每张卡片只交给本人。卡片上的二维码只能打开一次。",
    scan_yours="{name}的个人链接二维码",
    card="请用您开会时使用的设备扫描。只能打开一次。",
    join="加入会议",
    scan_join="打开入会页面的二维码",
    code="会议码",
    in_charge="负责人员",
    undated="日期待定",
    steps=("扫描二维码或打开网址", "输入九位数字", "填写姓名和代表团"),
    only_here=(
        "请勿分发：服务器地址只能在其本机打开。请将 RAPPORT_PUBLIC_URL 设为与会者打开的地址，重新启动服务器后再打印。"
    ),
    without_https=(
        "服务器地址未使用 https：发送的内容可能在途中被读取。"
        "请将 RAPPORT_PUBLIC_URL 设为 https 地址，重新启动服务器后再打印。"
    ),
)
