"""Pictures of every screen, taken from the demonstration in full swing: `./run shots DIR`."""
