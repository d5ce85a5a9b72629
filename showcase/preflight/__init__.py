"""The press gate: what a press would find wrong with a PDF, found before it is sent.

One way through: file → what each page paints → checks → findings → report. It reads any PDF,
this project's or another's; where the plan of a book lies beside the file, findings name the
profile and its line too. `gate` is the room's door, `codes` the list of all it can find.
"""
