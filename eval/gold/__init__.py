"""The project's own labels: what a careful reader finds in whole documents, told by offsets."""
