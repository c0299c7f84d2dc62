"""The HTTP side: who is signed in, commands by POST, pages with their first snapshot, errors, headers, static files."""
