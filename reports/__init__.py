"""Documents to take home; their place in the house."""
