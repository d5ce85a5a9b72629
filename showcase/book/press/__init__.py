"""The press edition: what a press asks for, and the files made for it.

`profiles` are the numbers of one press, `extent` makes the text block as many
pages as the press can bind in `sections`, and the covers are solved from it.
"""
