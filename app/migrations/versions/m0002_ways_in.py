"""Ways in: accounts with passwords, devices, pairing, the lobby's answers, retired codes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

REFERENCES = {
    "person": {"looks_like_id": "person", "is_really_id": "person", "account_id": "account"},
    "web_session": {"link_id": "link", "account_session_id": "account_session"},
}
TEXTS = {
    "person": {"turned_away": 300, "put_out_because": 300, "looks_like_why": 120},
    "web_session": {"label": 80},
}
MOMENTS = {"person": ("asked_at", "banned_at"), "link": ("until",)}


def upgrade() -> None:
    """Go up."""
    _accounts()
    _pairing_and_codes()
    # In place: a table that is copied, as batches do, would take with it what refers to its rows.
    for table, columns in REFERENCES.items():
        for name, other in columns.items():
            key = sa.ForeignKey(f"{other}.id", name=op.f(f"fk_{table}_{name}_{other}"))
            op.add_column(table, sa.Column(name, sa.Integer(), key, nullable=True), inline_references=True)
            op.create_index(op.f(f"ix_{table}_{name}"), table, [name])
    for table, lengths in TEXTS.items():
        for name, most in lengths.items():
            op.add_column(table, sa.Column(name, sa.String(most), nullable=False, server_default=""))
    for table, names in MOMENTS.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    op.add_column("link", sa.Column("purpose", sa.String(12), nullable=False, server_default="invitation"))


def downgrade() -> None:
    """Go down."""
    op.drop_column("link", "purpose")
    for table, names in MOMENTS.items():
        for name in names:
            op.drop_column(table, name)
    for table, lengths in TEXTS.items():
        for name in lengths:
            op.drop_column(table, name)
    for table, columns in REFERENCES.items():
        for name in columns:
            op.drop_index(op.f(f"ix_{table}_{name}"), table)
            op.drop_column(table, name)
    for table in ("retired_code", "pairing", "recovery_code", "account_link", "account_session", "account"):
        op.drop_table(table)


def _accounts() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("password", sa.String(200), nullable=False),
        sa.Column("may_set_up", sa.Boolean(), nullable=False),
        sa.Column("totp_secret", sa.String(64), nullable=False),
        sa.Column("totp_waiting", sa.String(64), nullable=False),
        sa.Column("totp_step", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("email", name=op.f("uq_account_email")),
    )
    op.create_table(
        "account_session",
        sa.Column("id", sa.Integer(), nullable=False),
        _of_account("account_session"),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("csrf", sa.String(64), nullable=False),
        sa.Column("label", sa.String(80), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_session")),
        sa.UniqueConstraint("digest", name=op.f("uq_account_session_digest")),
    )
    op.create_table(
        "account_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        _of_account("account_link", nullable=True),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_link")),
        sa.UniqueConstraint("digest", name=op.f("uq_account_link_digest")),
    )
    op.create_table(
        "recovery_code",
        sa.Column("id", sa.Integer(), nullable=False),
        _of_account("recovery_code"),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_code")),
    )
    for table in ("account_session", "account_link", "recovery_code"):
        op.create_index(op.f(f"ix_{table}_account_id"), table, ["account_id"])


def _of_account(table: str, *, nullable: bool = False) -> sa.Column[int]:
    key = sa.ForeignKey("account.id", name=op.f(f"fk_{table}_account_id_account"))
    return sa.Column("account_id", sa.Integer(), key, nullable=nullable)


def _pairing_and_codes() -> None:
    op.create_table(
        "pairing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(6), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("label", sa.String(80), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_pairing_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pairing")),
        sa.UniqueConstraint("code", name=op.f("uq_pairing_code")),
        sa.UniqueConstraint("digest", name=op.f("uq_pairing_digest")),
    )
    op.create_index(op.f("ix_pairing_person_id"), "pairing", ["person_id"])
    op.create_table(
        "retired_code",
        sa.Column("code", sa.String(9), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_retired_code_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_retired_code")),
    )
    op.create_index(op.f("ix_retired_code_meeting_id"), "retired_code", ["meeting_id"])
