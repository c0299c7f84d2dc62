"""People import: the wish a roster holds for a breakout room, and what each import made."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    # In place: a table that is copied would lose what refers to its rows.
    op.add_column("person", sa.Column("breakout_wish", sa.String(300), nullable=False, server_default=""))
    op.create_table(
        "roster_import",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("file", sa.String(300), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by_id", sa.Integer(), nullable=True),
        sa.Column("kept", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_roster_import_by_id_person")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_roster_import_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["undone_by_id"], ["person.id"], name=op.f("fk_roster_import_undone_by_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_import")),
    )
    for column in ("by_id", "meeting_id", "undone_by_id"):
        op.create_index(op.f(f"ix_roster_import_{column}"), "roster_import", [column])


def downgrade() -> None:
    """Go down."""
    op.drop_table("roster_import")
    op.drop_column("person", "breakout_wish")
