"""Frames as reports: who did it, who claims it, who says so, and what is no attack at all."""
