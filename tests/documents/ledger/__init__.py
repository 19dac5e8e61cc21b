"""Spreadsheets of the ledger."""
