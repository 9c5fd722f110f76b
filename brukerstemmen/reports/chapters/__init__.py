"""The chapters of a report, each made of plain parts. What is written by people comes in as is."""
