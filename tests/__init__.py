"""Tests: each folder mirrors one of src/tallystick."""
