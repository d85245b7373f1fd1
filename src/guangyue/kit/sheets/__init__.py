"""Tables of Excel and CSV: read with every bad row named, written with their count and hash."""

from guangyue.kit.sheets.writing import Export, Form, Receipt, Value, export, write_table

__all__ = ["Export", "Form", "Receipt", "Value", "export", "write_table"]
