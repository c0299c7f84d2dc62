"""The live side: one gateway for sockets, one publisher, the streams people follow, and who is present."""
