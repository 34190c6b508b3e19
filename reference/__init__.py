"""What is given, with its source: targets, figures, commitments, municipalities, parties."""
