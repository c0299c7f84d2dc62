"""A round that is being called back: the moment at which its rooms close, told to everybody before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    with op.batch_alter_table("round", recreate="never") as batch_op:
        batch_op.add_column(sa.Column("closing_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Go down."""
    with op.batch_alter_table("round", recreate="never") as batch_op:
        batch_op.drop_column("closing_at")
