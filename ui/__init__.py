"""What pages share: frame, filters, charts, cards, tables."""
