"""Rights boards at the gates, as officers look after them."""
