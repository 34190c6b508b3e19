"""What is counted, once: metrics as declarations, progress, and disclosure control."""
