"""How records are written: heads as an officer would write them, changed key by key."""
