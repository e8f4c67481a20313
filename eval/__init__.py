"""Scorers: how well the program reads, against keys made by people."""
