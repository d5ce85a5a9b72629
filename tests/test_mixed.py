"""Keys and codes among words: code in a face of its own, Latin on a Hindi page marked as English."""

from __future__ import annotations

import pytest

from showcase.model.dates import Language
from showcase.site.mixed import mixed


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("The key `id` & NO", "en", "The key <code>id</code> &amp; NO"),
        ("कुंजी `id` है", "hi", 'कुंजी <code lang="en">id</code> है'),
        ("यह true और src/a.md <b> है।", "hi",
         'यह <span lang="en">true</span> और <span lang="en">src/a.md</span> &lt;<span lang="en">b</span>&gt; है।'),
    ],
)  # fmt: skip
def test_what_is_no_word_of_the_language_is_marked(text: str, language: Language, told: str) -> None:
    assert str(mixed(text, language)) == told
