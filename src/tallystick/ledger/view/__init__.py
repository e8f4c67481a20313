"""From the accounts of one incident to its fields: what they give, and where they differ."""
