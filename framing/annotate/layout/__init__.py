"""What the page shows: sentences, marks, turns, passages taken over."""
