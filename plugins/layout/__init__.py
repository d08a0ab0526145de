"""What pages of every feature share: the frame around them, cards of records, filters."""
