"""The words for weapons, and which of them were used."""
