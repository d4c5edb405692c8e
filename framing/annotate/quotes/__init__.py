"""Who says what: reporting words, contents, subjects, whose a quoted stretch is."""
