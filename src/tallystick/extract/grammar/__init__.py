"""Sentences, noun phrases, counts: what all other readings rest on."""
