"""Invented deliveries 2014-2022, the seeded script that makes them and the answers they must give."""
