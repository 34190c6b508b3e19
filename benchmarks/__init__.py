"""What the product costs, against the floor and against its goals. Not tests: only a ratio may fail."""
