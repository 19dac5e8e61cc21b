"""Which unit a case belongs to once more facts are known: proposed by the table, settled by a person."""
