"""The press edition: what a press asks for, and the files made for it.

`profiles` are the numbers of one press, `extent` makes the text block a whole
number of signatures, and the covers are solved from it.
"""
