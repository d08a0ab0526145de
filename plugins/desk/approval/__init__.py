"""A page on paper, for the person who has to agree before it is published."""
