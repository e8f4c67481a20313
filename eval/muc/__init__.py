"""MUC-4 templates, and the published ways to score them."""
