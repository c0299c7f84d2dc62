"""The machinery below every subject.

One door for changes, a journal of what was told, text that is clean where it enters.

Nothing here knows Flask, Socket.IO or what a meeting is.
"""
