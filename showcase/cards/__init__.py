"""Social cards: what a chat or a feed shows of a page, in the size that all of them take.

A card is a ground (a plate or a photograph) with words on it. Words are shaped by HarfBuzz
through Pillow's Raqm; where that is missing nothing is drawn, for Hindi would be set wrong.
"""

from showcase.cards.card import MOST_BYTES, SIZE, CardWords, draw
from showcase.cards.ground import Ground, over_photograph, over_plate
from showcase.cards.setting import CannotShape

__all__ = ["MOST_BYTES", "SIZE", "CannotShape", "CardWords", "Ground", "draw", "over_photograph", "over_plate"]
