"""The ledger as spreadsheets: read, marked, written."""
