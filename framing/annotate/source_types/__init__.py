"""The kind of source every speaker is, weighed from all that one document says of them."""
