"""People in charge as they are set up: how each is called, whom they stand for, how they are reached."""
