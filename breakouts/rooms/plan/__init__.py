"""A breakout room as it is planned: its number, theme, question, who moderates it, where its video is."""
