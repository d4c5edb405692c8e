"""Who a mention stands for, and what kind of source that is."""
