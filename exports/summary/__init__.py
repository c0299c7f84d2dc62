"""The living draft of the co-chairs' summary: compiled at any moment, in a person's words where they wrote some, cleared by each co-chair."""
