"""The words of invitations, sheets and posters in the six languages of the United Nations."""
