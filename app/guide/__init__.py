"""What the program says about itself: the look of its pages, a card per role, its design as a living page."""
