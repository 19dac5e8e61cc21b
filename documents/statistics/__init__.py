"""The figures of a period on paper, in a workbook and as a picture."""
