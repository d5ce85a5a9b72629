"""The output intent: for which press the colours are meant."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from pikepdf import Dictionary, Name, Pdf, Stream

from showcase.preflight.demands import Demands
from showcase.preflight.findings import Finding

CLASS, SPACE = slice(12, 16), slice(16, 20)
"""Where an ICC profile says what it is."""
INKS = 4


def intent_is_stated(pdf: Pdf, demands: Demands) -> Iterator[Finding]:
    """G121: exactly one."""
    intents = _intents(pdf)
    if len(intents) != 1:
        count = "no output intent" if not intents else f"{len(intents)} output intents"
        yield Finding("G121", f"the file states {count} GTS_PDFX; a press needs one.")


def intent_has_profile(pdf: Pdf, demands: Demands) -> Iterator[Finding]:
    """G122: its profile is in the file, and is one of a press with four inks."""
    for intent in _intents(pdf)[:1]:
        profile = intent.get("/DestOutputProfile")
        if not isinstance(profile, Stream):
            yield Finding("G122", "the profile of the output intent is not embedded.")
            continue
        data = profile.read_bytes()
        kind, space = data[CLASS].decode("latin-1").strip(), data[SPACE].decode("latin-1").strip()
        if (kind, space) != ("prtr", "CMYK"):
            yield Finding("G122", f"the intent's profile is of class {kind} for {space}, not prtr for CMYK.")
        elif int(profile.get("/N", 0)) != INKS:
            yield Finding("G122", f"the intent's profile is said to have {profile.get('/N', 'no')} components.")


def intent_is_the_press_s(pdf: Pdf, demands: Demands) -> Iterator[Finding]:
    """G123: the condition, the registry and the very profile that the press names."""
    for intent in _intents(pdf)[:1]:
        condition = str(intent.get("/OutputConditionIdentifier", ""))
        registry = str(intent.get("/RegistryName", ""))
        if not condition:
            yield Finding("G123", "the output intent names no printing condition.")
        elif demands.condition and condition != demands.condition:
            yield Finding("G123", f"the intent is for {condition}; the press prints by {demands.condition}.")
        if demands.registry and registry != demands.registry:
            yield Finding("G123", f"the intent's registry is {registry or 'not named'}, not {demands.registry}.")
        profile = intent.get("/DestOutputProfile")
        if demands.profile and isinstance(profile, Stream) and _digest(profile) != demands.profile:
            yield Finding("G123", "the embedded profile is not the press's own: its MD5 differs.")


def _digest(profile: Stream) -> str:
    return hashlib.md5(profile.read_bytes(), usedforsecurity=False).hexdigest()


def _intents(pdf: Pdf) -> list[Any]:
    return [
        one for one in pdf.Root.get("/OutputIntents", [])
        if isinstance(one, Dictionary) and one.get("/S") == Name.GTS_PDFX
    ]  # fmt: skip


def said(pdf: Pdf) -> str:
    """The printing condition that the file names, or nothing."""
    return next((str(one.get("/OutputConditionIdentifier", "")) for one in _intents(pdf)), "")


INTENT_CHECKS = (intent_is_stated, intent_has_profile, intent_is_the_press_s)
