"""A year of a district, played over real storage on a clock of its own (``make simulate``)."""
