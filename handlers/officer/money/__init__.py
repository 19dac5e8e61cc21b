"""What officers do about money: what they saw, receipts, and the ledger of a case."""
