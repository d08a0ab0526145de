"""Search: what is in the index, how words are matched, the page in a browser."""
