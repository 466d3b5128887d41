"""The Activity page: syncs, changes, and what the program writes into its log."""
