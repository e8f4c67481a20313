"""What single clauses tell of incidents."""
