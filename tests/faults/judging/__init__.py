"""The judge, and what it is given: what people asked and were told, and what was found afterwards."""
