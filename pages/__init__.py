"""One script per page, one question per page."""
