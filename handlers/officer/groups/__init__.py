"""Many workers of one site: proposed, confirmed, shown on one card, served together."""
