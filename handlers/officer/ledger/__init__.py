"""The ledger in the officers' chat."""
