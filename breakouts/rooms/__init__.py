"""A room: a breakout room with its theme, question, moderator and rapporteur, or the plenary floor of a part."""
