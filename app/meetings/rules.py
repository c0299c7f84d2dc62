"""Who may do what with the meeting as a whole."""

from __future__ import annotations

from app.accounts.rules import a_co_chair, the_secretariat

the_chairs = a_co_chair | the_secretariat
