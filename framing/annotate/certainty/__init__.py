"""How probable it is that a quotation was found rightly, weighed from what the text shows around it."""
