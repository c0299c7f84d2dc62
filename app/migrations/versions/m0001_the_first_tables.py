"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go up."""
    op.create_table(
        "act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("actor", sa.String(length=40), nullable=False),
        sa.Column("ask_id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("about", sa.String(length=300), nullable=False),
        sa.Column("answer", sa.JSON(), nullable=True),
        sa.Column("undo", sa.JSON(), nullable=True),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_act")),
        sa.UniqueConstraint("actor", "ask_id", name=op.f("uq_act_actor_ask_id")),
    )
    with op.batch_alter_table("act") as batch_op:
        batch_op.create_index(batch_op.f("ix_act_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_act_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_act_room_id"), ["room_id"], unique=False)

    op.create_table(
        "epoch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_epoch")),
    )
    op.create_table(
        "journal",
        sa.Column("stream", sa.String(length=80), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("event", sa.String(length=60), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("stream", "revision", name=op.f("pk_journal")),
    )
    op.create_table(
        "measured",
        sa.Column("stream", sa.String(length=80), nullable=False),
        sa.Column("type", sa.String(length=40), nullable=False),
        sa.Column("thing", sa.String(length=80), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("view", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("stream", "type", "thing", name=op.f("pk_measured")),
    )
    with op.batch_alter_table("measured") as batch_op:
        batch_op.create_index(batch_op.f("ix_measured_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("process", sa.String(length=300), nullable=False),
        sa.Column("running_head", sa.String(length=300), nullable=False),
        sa.Column("document_title", sa.String(length=600), nullable=False),
        sa.Column("overview", sa.JSON(), nullable=False),
        sa.Column("introduction", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("message", sa.String(length=2000), nullable=False),
        sa.Column("join_code", sa.String(length=9), nullable=False),
        sa.Column("walk_ins", sa.String(length=12), nullable=False),
        sa.Column("drafts_for_chairs", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("join_code", name=op.f("uq_meeting_join_code")),
    )
    op.create_table(
        "stream",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_stream")),
    )
    op.create_table(
        "co_chair",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("delegation", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_co_chair_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("meeting_id", "delegation", name=op.f("pk_co_chair")),
    )
    with op.batch_alter_table("co_chair") as batch_op:
        batch_op.create_index(batch_op.f("ix_co_chair_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("gender", sa.String(length=20), nullable=False),
        sa.Column("delegation", sa.String(length=120), nullable=False),
        sa.Column("in_roster", sa.Boolean(), nullable=False),
        sa.Column("present", sa.Boolean(), nullable=False),
        sa.Column("admitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_person_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    with op.batch_alter_table("person") as batch_op:
        batch_op.create_index(batch_op.f("ix_person_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_session_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
    )
    with op.batch_alter_table("session") as batch_op:
        batch_op.create_index(batch_op.f("ix_session_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "clearance",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("delegation", sa.String(length=120), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_clearance_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_clearance_person_id_person")),
        sa.PrimaryKeyConstraint("meeting_id", "delegation", name=op.f("pk_clearance")),
    )
    with op.batch_alter_table("clearance") as batch_op:
        batch_op.create_index(batch_op.f("ix_clearance_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_clearance_person_id"), ["person_id"], unique=False)

    op.create_table(
        "export",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("format", sa.String(length=12), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("step", sa.String(length=120), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("draft", sa.Boolean(), nullable=False),
        sa.Column("why", sa.String(length=600), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_export_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_export_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export")),
    )
    with op.batch_alter_table("export") as batch_op:
        batch_op.create_index(batch_op.f("ix_export_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_export_person_id"), ["person_id"], unique=False)

    op.create_table(
        "link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_link_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_link_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link")),
        sa.UniqueConstraint("digest", name=op.f("uq_link_digest")),
    )
    with op.batch_alter_table("link") as batch_op:
        batch_op.create_index(batch_op.f("ix_link_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_link_person_id"), ["person_id"], unique=False)

    op.create_table(
        "part",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("narrative", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("edited_by", sa.Integer(), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["edited_by"], ["person.id"], name=op.f("fk_part_edited_by_person")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_part_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_part_session_id_session")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_part")),
    )
    with op.batch_alter_table("part") as batch_op:
        batch_op.create_index(batch_op.f("ix_part_edited_by"), ["edited_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_part_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_part_session_id"), ["session_id"], unique=False)

    op.create_table(
        "section_text",
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("base", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("restored", sa.Boolean(), nullable=False),
        sa.Column("edited_by", sa.Integer(), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["edited_by"], ["person.id"], name=op.f("fk_section_text_edited_by_person")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_section_text_meeting_id_meeting")),
        sa.PrimaryKeyConstraint("meeting_id", "key", name=op.f("pk_section_text")),
    )
    with op.batch_alter_table("section_text") as batch_op:
        batch_op.create_index(batch_op.f("ix_section_text_edited_by"), ["edited_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_section_text_meeting_id"), ["meeting_id"], unique=False)

    op.create_table(
        "unmatched",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_unmatched_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_unmatched_session_id_session")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unmatched")),
    )
    with op.batch_alter_table("unmatched") as batch_op:
        batch_op.create_index(batch_op.f("ix_unmatched_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_unmatched_session_id"), ["session_id"], unique=False)

    op.create_table(
        "web_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("csrf", sa.String(length=64), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_web_session_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_web_session_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_session")),
        sa.UniqueConstraint("digest", name=op.f("uq_web_session_digest")),
    )
    with op.batch_alter_table("web_session") as batch_op:
        batch_op.create_index(batch_op.f("ix_web_session_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_web_session_person_id"), ["person_id"], unique=False)

    op.create_table(
        "round",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("part_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_round_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["part_id"], ["part.id"], name=op.f("fk_round_part_id_part")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round")),
    )
    with op.batch_alter_table("round") as batch_op:
        batch_op.create_index(batch_op.f("ix_round_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_round_part_id"), ["part_id"], unique=False)

    op.create_table(
        "speaker",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("part_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("delegation", sa.String(length=120), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_speaker_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["part_id"], ["part.id"], name=op.f("fk_speaker_part_id_part")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speaker")),
    )
    with op.batch_alter_table("speaker") as batch_op:
        batch_op.create_index(batch_op.f("ix_speaker_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_speaker_part_id"), ["part_id"], unique=False)

    op.create_table(
        "ticket",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["web_session.id"], name=op.f("fk_ticket_session_id_web_session")),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_ticket")),
    )
    with op.batch_alter_table("ticket") as batch_op:
        batch_op.create_index(batch_op.f("ix_ticket_session_id"), ["session_id"], unique=False)

    op.create_table(
        "room",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("part_id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("question", sa.String(length=2000), nullable=False),
        sa.Column("moderated_by", sa.String(length=120), nullable=False),
        sa.Column("video_link", sa.String(length=1000), nullable=False),
        sa.Column("attribution", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("report", sa.String(length=12), nullable=False),
        sa.Column("help", sa.String(length=2000), nullable=False),
        sa.Column("help_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("narrative", sa.Text(), nullable=False),
        sa.Column("lead_in", sa.Text(), nullable=False),
        sa.Column("text_version", sa.Integer(), nullable=False),
        sa.Column("text_edited_by", sa.Integer(), nullable=True),
        sa.Column("text_edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_room_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["part_id"], ["part.id"], name=op.f("fk_room_part_id_part")),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_room_round_id_round")),
        sa.ForeignKeyConstraint(["text_edited_by"], ["person.id"], name=op.f("fk_room_text_edited_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room")),
    )
    with op.batch_alter_table("room") as batch_op:
        batch_op.create_index(batch_op.f("ix_room_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_room_part_id"), ["part_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_room_round_id"), ["round_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_room_text_edited_by"), ["text_edited_by"], unique=False)

    op.create_table(
        "note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_note_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_note_person_id_person")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_note_room_id_room")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
        sa.UniqueConstraint("room_id", "person_id", name=op.f("uq_note_room_id_person_id")),
    )
    with op.batch_alter_table("note") as batch_op:
        batch_op.create_index(batch_op.f("ix_note_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_note_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_note_room_id"), ["room_id"], unique=False)

    op.create_table(
        "placement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_placement_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_placement_person_id_person")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_placement_room_id_room")),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_placement_round_id_round")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement")),
        sa.UniqueConstraint("round_id", "person_id", name=op.f("uq_placement_round_id_person_id")),
    )
    with op.batch_alter_table("placement") as batch_op:
        batch_op.create_index(batch_op.f("ix_placement_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_placement_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_placement_room_id"), ["room_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_placement_round_id"), ["round_id"], unique=False)

    op.create_table(
        "role_grant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_role_grant_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_role_grant_person_id_person")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_role_grant_room_id_room")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_grant")),
        sa.UniqueConstraint("person_id", "role", "room_id", name=op.f("uq_role_grant_person_id_role_room_id")),
    )
    with op.batch_alter_table("role_grant") as batch_op:
        batch_op.create_index(batch_op.f("ix_role_grant_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_role_grant_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_role_grant_room_id"), ["room_id"], unique=False)

    op.create_table(
        "stay",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=True),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_stay_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_stay_person_id_person")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_stay_room_id_room")),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_stay_session_id_session")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stay")),
    )
    with op.batch_alter_table("stay") as batch_op:
        batch_op.create_index(batch_op.f("ix_stay_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_stay_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_stay_room_id"), ["room_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_stay_session_id"), ["session_id"], unique=False)

    op.create_table(
        "takeaway",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("tags", sa.JSON(), nullable=False),
        sa.Column(
            "position",
            sa.String(length=80).with_variant(sa.String(length=80, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("after_close", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("captured_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("edited_by", sa.Integer(), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("proposed_text", sa.Text(), nullable=True),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.Column("removed_by", sa.Integer(), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_takeaway_author_id_person")),
        sa.ForeignKeyConstraint(["edited_by"], ["person.id"], name=op.f("fk_takeaway_edited_by_person")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_takeaway_meeting_id_meeting")),
        sa.ForeignKeyConstraint(["merged_into"], ["takeaway.id"], name=op.f("fk_takeaway_merged_into_takeaway")),
        sa.ForeignKeyConstraint(["removed_by"], ["person.id"], name=op.f("fk_takeaway_removed_by_person")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_takeaway_room_id_room")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_takeaway")),
    )
    with op.batch_alter_table("takeaway") as batch_op:
        batch_op.create_index(batch_op.f("ix_takeaway_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_takeaway_edited_by"), ["edited_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_takeaway_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_takeaway_merged_into"), ["merged_into"], unique=False)
        batch_op.create_index(batch_op.f("ix_takeaway_removed_by"), ["removed_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_takeaway_room_id"), ["room_id"], unique=False)


def downgrade() -> None:
    """Go back down."""
    with op.batch_alter_table("takeaway") as batch_op:
        batch_op.drop_index(batch_op.f("ix_takeaway_room_id"))
        batch_op.drop_index(batch_op.f("ix_takeaway_removed_by"))
        batch_op.drop_index(batch_op.f("ix_takeaway_merged_into"))
        batch_op.drop_index(batch_op.f("ix_takeaway_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_takeaway_edited_by"))
        batch_op.drop_index(batch_op.f("ix_takeaway_author_id"))

    op.drop_table("takeaway")
    with op.batch_alter_table("stay") as batch_op:
        batch_op.drop_index(batch_op.f("ix_stay_session_id"))
        batch_op.drop_index(batch_op.f("ix_stay_room_id"))
        batch_op.drop_index(batch_op.f("ix_stay_person_id"))
        batch_op.drop_index(batch_op.f("ix_stay_meeting_id"))

    op.drop_table("stay")
    with op.batch_alter_table("role_grant") as batch_op:
        batch_op.drop_index(batch_op.f("ix_role_grant_room_id"))
        batch_op.drop_index(batch_op.f("ix_role_grant_person_id"))
        batch_op.drop_index(batch_op.f("ix_role_grant_meeting_id"))

    op.drop_table("role_grant")
    with op.batch_alter_table("placement") as batch_op:
        batch_op.drop_index(batch_op.f("ix_placement_round_id"))
        batch_op.drop_index(batch_op.f("ix_placement_room_id"))
        batch_op.drop_index(batch_op.f("ix_placement_person_id"))
        batch_op.drop_index(batch_op.f("ix_placement_meeting_id"))

    op.drop_table("placement")
    with op.batch_alter_table("note") as batch_op:
        batch_op.drop_index(batch_op.f("ix_note_room_id"))
        batch_op.drop_index(batch_op.f("ix_note_person_id"))
        batch_op.drop_index(batch_op.f("ix_note_meeting_id"))

    op.drop_table("note")
    with op.batch_alter_table("room") as batch_op:
        batch_op.drop_index(batch_op.f("ix_room_text_edited_by"))
        batch_op.drop_index(batch_op.f("ix_room_round_id"))
        batch_op.drop_index(batch_op.f("ix_room_part_id"))
        batch_op.drop_index(batch_op.f("ix_room_meeting_id"))

    op.drop_table("room")
    with op.batch_alter_table("ticket") as batch_op:
        batch_op.drop_index(batch_op.f("ix_ticket_session_id"))

    op.drop_table("ticket")
    with op.batch_alter_table("speaker") as batch_op:
        batch_op.drop_index(batch_op.f("ix_speaker_part_id"))
        batch_op.drop_index(batch_op.f("ix_speaker_meeting_id"))

    op.drop_table("speaker")
    with op.batch_alter_table("round") as batch_op:
        batch_op.drop_index(batch_op.f("ix_round_part_id"))
        batch_op.drop_index(batch_op.f("ix_round_meeting_id"))

    op.drop_table("round")
    with op.batch_alter_table("web_session") as batch_op:
        batch_op.drop_index(batch_op.f("ix_web_session_person_id"))
        batch_op.drop_index(batch_op.f("ix_web_session_meeting_id"))

    op.drop_table("web_session")
    with op.batch_alter_table("unmatched") as batch_op:
        batch_op.drop_index(batch_op.f("ix_unmatched_session_id"))
        batch_op.drop_index(batch_op.f("ix_unmatched_meeting_id"))

    op.drop_table("unmatched")
    with op.batch_alter_table("section_text") as batch_op:
        batch_op.drop_index(batch_op.f("ix_section_text_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_section_text_edited_by"))

    op.drop_table("section_text")
    with op.batch_alter_table("part") as batch_op:
        batch_op.drop_index(batch_op.f("ix_part_session_id"))
        batch_op.drop_index(batch_op.f("ix_part_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_part_edited_by"))

    op.drop_table("part")
    with op.batch_alter_table("link") as batch_op:
        batch_op.drop_index(batch_op.f("ix_link_person_id"))
        batch_op.drop_index(batch_op.f("ix_link_meeting_id"))

    op.drop_table("link")
    with op.batch_alter_table("export") as batch_op:
        batch_op.drop_index(batch_op.f("ix_export_person_id"))
        batch_op.drop_index(batch_op.f("ix_export_meeting_id"))

    op.drop_table("export")
    with op.batch_alter_table("clearance") as batch_op:
        batch_op.drop_index(batch_op.f("ix_clearance_person_id"))
        batch_op.drop_index(batch_op.f("ix_clearance_meeting_id"))

    op.drop_table("clearance")
    with op.batch_alter_table("session") as batch_op:
        batch_op.drop_index(batch_op.f("ix_session_meeting_id"))

    op.drop_table("session")
    with op.batch_alter_table("person") as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_meeting_id"))

    op.drop_table("person")
    with op.batch_alter_table("co_chair") as batch_op:
        batch_op.drop_index(batch_op.f("ix_co_chair_meeting_id"))

    op.drop_table("co_chair")
    op.drop_table("stream")
    op.drop_table("meeting")
    with op.batch_alter_table("measured") as batch_op:
        batch_op.drop_index(batch_op.f("ix_measured_meeting_id"))

    op.drop_table("measured")
    op.drop_table("journal")
    op.drop_table("epoch")
    with op.batch_alter_table("act") as batch_op:
        batch_op.drop_index(batch_op.f("ix_act_room_id"))
        batch_op.drop_index(batch_op.f("ix_act_person_id"))
        batch_op.drop_index(batch_op.f("ix_act_meeting_id"))

    op.drop_table("act")
