"""Private notes: what somebody who runs a room writes down for themselves. Nobody else ever receives them."""
