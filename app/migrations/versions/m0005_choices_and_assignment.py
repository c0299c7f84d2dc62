"""Choices and assignment: rooms with so many places, rounds in which people choose, how a place came about.

Also what is on the big screen.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    # Columns are added in place: a table that others refer to cannot be made anew while it has rows.
    # Whoever had a place before was put there; no round was open to choice, no room had a limit.
    with op.batch_alter_table("placement", recreate="never") as batch_op:
        batch_op.add_column(sa.Column("how", sa.String(length=12), nullable=False, server_default="put"))
    with op.batch_alter_table("room", recreate="never") as batch_op:
        batch_op.add_column(sa.Column("capacity", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("round", recreate="never") as batch_op:
        batch_op.add_column(sa.Column("policy", sa.String(length=12), nullable=False, server_default="assigned"))
        batch_op.add_column(sa.Column("choose_until", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "stage",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("view", sa.String(length=16), nullable=False),
        sa.Column("look", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_stage_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("meeting_id", name=op.f("pk_stage")),
    )


def downgrade() -> None:
    """Go down."""
    op.drop_table("stage")
    with op.batch_alter_table("round", recreate="never") as batch_op:
        batch_op.drop_column("choose_until")
        batch_op.drop_column("policy")
    with op.batch_alter_table("room", recreate="never") as batch_op:
        batch_op.drop_column("capacity")
    with op.batch_alter_table("placement", recreate="never") as batch_op:
        batch_op.drop_column("how")
