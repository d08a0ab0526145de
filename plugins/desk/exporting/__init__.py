"""The same record for other channels: a press note, an SMS, a social post."""
