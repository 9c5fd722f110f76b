"""Detectors that read the same texts, each a process of its own, some in `.venv-bench`.

They import nothing of the product, and of each other only `answering`.
"""
