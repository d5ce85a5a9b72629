"""The book: plan, then modules, then assembly.

`plan` says which page holds what before anything is laid out, `modules` lays
out each part alone, `assembly` makes one file of them.
"""
