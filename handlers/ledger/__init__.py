"""The ledger in bulk: spreadsheets in and out, beside the conversations."""
