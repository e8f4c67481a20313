"""The values that a document holds, also where only the network sees them."""
