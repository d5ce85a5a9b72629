"""PDF/UA-1 of the finished file, as far as a program can prove it.

Every rule is one small function with a name and a sentence; it is told a file
as `reading` has opened it and gives what is wrong, page by page. What the
rules cannot see, whether a description is true or an order sensible, is the
editors' to judge.

The rules are of five kinds: the file as a whole (`document`), its tree
(`tree`), lists, tables, pictures and links in it (`parts`), the content of its
pages (`pages`), its words (`text`).
"""

from showcase.book.ua import document, pages, parts, text, tree
from showcase.book.ua.checking import RULES, Finding, check, sentences

__all__ = ["RULES", "Finding", "check", "document", "pages", "parts", "sentences", "text", "tree"]
