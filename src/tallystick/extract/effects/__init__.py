"""What an attack did: persons killed, hurt and abducted, damage, tolls of many."""
