"""Keys of a record that change together, with the entry that says why."""
