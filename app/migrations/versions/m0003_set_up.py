"""Set up: the meeting's time zone and video link, the hours of its sessions, and versions of what is planned."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

VERSIONED = ("meeting", "session", "speaker", "room", "person")


def upgrade() -> None:
    """Go up."""
    # Added and dropped in place, which both databases can: a copied table would lose what refers to it.
    op.add_column("meeting", sa.Column("time_zone", sa.String(64), nullable=False, server_default="UTC"))
    op.add_column("meeting", sa.Column("video_link", sa.String(1000), nullable=False, server_default=""))
    op.add_column("meeting", sa.Column("attribution", sa.String(40), nullable=False, server_default="not attributed"))
    op.add_column("session", sa.Column("begins", sa.Time(), nullable=True))
    op.add_column("session", sa.Column("ends", sa.Time(), nullable=True))
    op.add_column("part", sa.Column("plan_version", sa.Integer(), nullable=False, server_default="0"))
    for table in VERSIONED:
        op.add_column(table, sa.Column("version", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    """Go down."""
    for table in VERSIONED:
        op.drop_column(table, "version")
    op.drop_column("part", "plan_version")
    op.drop_column("session", "ends")
    op.drop_column("session", "begins")
    op.drop_column("meeting", "attribution")
    op.drop_column("meeting", "video_link")
    op.drop_column("meeting", "time_zone")
