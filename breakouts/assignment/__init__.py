"""Who goes where: putting people into breakout rooms and moving them."""
