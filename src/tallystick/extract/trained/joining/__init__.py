"""Which words are on one incident, weighed from what the network and the rules find."""
