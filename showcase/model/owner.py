"""What only the owner of the site can supply: names, offices, certificates, addresses.

Every such field is null until it is supplied, and the pages then say so or go without. A public release is
refused while one is missing: see `showcase.release.owner`. The ids are those of docs/standards.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from showcase.model.fields import Day, Part, Text, WebAddress


def _https(address: str) -> str:
    if not address.startswith("https://"):
        raise ValueError("does not begin with https://")
    return address


SafeAddress = Annotated[WebAddress, AfterValidator(_https)]
NONE = "none"
"""What is written where the owner has no such thing, so that it is known not to be forgotten."""


@dataclass(frozen=True)
class OwnerOnly:
    """Marks a field that the owner fills: the requirement that asks for it, a line that fills it, its Hindi meaning."""

    id: str
    example: str
    meaning_hi: str



class Owner(Part):
    """Whose work it is; `note` is printed while there is no name."""

    name: Annotated[Text | None, Field(description="The organisation that the site belongs to."),
                    OwnerOnly("G1", "name: Office of the Example", "वह संगठन जिसकी यह साइट है।")] = None  # fmt: skip
    name_hi: Annotated[Text | None, Field(description="Its name in Hindi."),
                       OwnerOnly("G1", "name_hi: उदाहरण कार्यालय", "उसका नाम हिंदी में।")] = None  # fmt: skip
    department: Annotated[Text | None, Field(description="The department it is part of."),
                          OwnerOnly("G1", "department: Department of Examples",
                                    "वह विभाग जिसका वह अंग है।")] = None  # fmt: skip
    department_hi: Annotated[Text | None, Field(description="The department in Hindi."),
                             OwnerOnly("G1", "department_hi: उदाहरण विभाग",
                                       "विभाग का नाम हिंदी में।")] = None  # fmt: skip
    ministry: Annotated[Text | None, Field(description="The ministry it is part of."),
                        OwnerOnly("G1", "ministry: Ministry of Examples",
                                  "वह मंत्रालय जिसका वह अंग है।")] = None  # fmt: skip
    ministry_hi: Annotated[Text | None, Field(description="The ministry in Hindi."),
                           OwnerOnly("G1", "ministry_hi: उदाहरण मंत्रालय",
                                     "मंत्रालय का नाम हिंदी में।")] = None  # fmt: skip
    logo: Annotated[Text | None, Field(description="The black mark for light ground: a file in docs/assets/owner/, "
                                       "SVG, PNG, WebP or JPEG of at most 100 KB."),
                    OwnerOnly("G2", "logo: logo.svg",
                              "हल्की पृष्ठभूमि के लिए काला चिह्न: docs/assets/owner/ में SVG, "
                              "PNG, WebP या JPEG फ़ाइल, अधिक से अधिक 100 KB।")] = None  # fmt: skip
    logo_alt: Annotated[Text | None, Field(description="What the mark shows, in words."),
                        OwnerOnly("G2", "logo_alt: Office of the Example",
                                  "चिह्न में क्या है, शब्दों में।")] = None  # fmt: skip
    logo_alt_hi: Annotated[Text | None, Field(description="The same in Hindi."),
                           OwnerOnly("G2", "logo_alt_hi: उदाहरण कार्यालय", "वही हिंदी में।")] = None  # fmt: skip
    emblem_authorised: Annotated[bool | None, Field(
        strict=True, description="Whether the State Emblem of India may be shown; with false, no file may hold it."),
        OwnerOnly("G3", "emblem_authorised: false",
                  "क्या भारत का राज्य चिह्न दिखाया जा सकता है; "
                  "false हो तो वह किसी फ़ाइल में नहीं होगा।")] = None  # fmt: skip
    note: Text
    note_hi: Text


class Manager(Part):
    """The web information manager, not below the rank of Joint Secretary."""

    name: Annotated[Text | None, Field(description="Their name with its title."),
                    OwnerOnly("G9", "name: Dr A. Rao", "उनका नाम, उपाधि के साथ।")] = None  # fmt: skip
    post: Annotated[Text | None, Field(description="Their post."), OwnerOnly("G9", "post: Joint Secretary",
                                                                             "उनका पद।")] = None
    address: Annotated[Text | None, Field(description="Where letters reach them."),
                       OwnerOnly("G9", "address: 1 Example Road, New Delhi 110001",
                                 "जहाँ उन्हें पत्र मिलते हैं।")] = None  # fmt: skip
    phone: Annotated[Text | None, Field(description="Their office's number."),
                     OwnerOnly("G9", "phone: +91 11 0000 0000", "उनके कार्यालय का नंबर।")] = None  # fmt: skip
    email: Annotated[Text | None, Field(description="Their office's mail address."),
                     OwnerOnly("G9", "email: wim@example.gov.in", "उनके कार्यालय का ईमेल पता।")] = None  # fmt: skip


class Content(Part):
    """Who answers for the profiles: two different people, and how long a review may be overdue."""

    contributor: Annotated[Text | None, Field(description="Who contributes the profiles."),
                           OwnerOnly("G50", "contributor: Ms B. Iyer", "प्रोफ़ाइल कौन देता है।")] = None  # fmt: skip
    approver: Annotated[Text | None, Field(description="Who approves them; another person."),
                        OwnerOnly("G50", "approver: Dr A. Rao",
                                  "उन्हें कौन स्वीकृत करता है; कोई दूसरा व्यक्ति।")] = None  # fmt: skip
    approved_on: Annotated[Day | None, Field(description="When they last approved the published profiles."),
                           OwnerOnly("G50", "approved_on: 2026-11-22",
                                     "प्रकाशित प्रोफ़ाइल अंतिम बार कब स्वीकृत हुईं।")] = None  # fmt: skip
    review_grace_days: Annotated[int, Field(
        strict=True, ge=0, le=365,
        description="How many days after `review_by` a release still passes (G51).")] = 30  # fmt: skip


class Assurance(Part):
    """Certificates and the place where the site is served from."""

    stqc_certificate: Annotated[Text | None, Field(description="Number of the STQC certificate of website quality."),
                                OwnerOnly("1.4", "stqc_certificate: STQC/CQW/0000",
                                          "वेबसाइट गुणवत्ता के STQC प्रमाण-पत्र की संख्या।")] = None  # fmt: skip
    stqc_valid_until: Annotated[Day | None, Field(description="The last day of its three years."),
                                OwnerOnly("1.4", "stqc_valid_until: 2029-10-31",
                                          "उसके तीन वर्षों का अंतिम दिन।")] = None  # fmt: skip
    security_audit: Annotated[Text | None, Field(description="Who audited the security of the site."),
                              OwnerOnly("1.4", "security_audit: Example Labs, certificate 17",
                                        "साइट की सुरक्षा की जाँच किसने की।")] = None  # fmt: skip
    security_audit_on: Annotated[Day | None, Field(description="The day of that audit; it holds for a year."),
                                 OwnerOnly("1.4", "security_audit_on: 2026-10-31",
                                           "उस जाँच का दिन; वह एक वर्ष तक मान्य है।")] = None  # fmt: skip
    hosting: Annotated[Text | None, Field(description="Who hosts the site, and where."),
                       OwnerOnly("1.4", "hosting: National Data Centre, New Delhi",
                                 "साइट किसके सर्वर पर है, और कहाँ।")] = None  # fmt: skip
    hosting_in_india: Annotated[bool | None, Field(
        strict=True, description="Whether it is hosted in India behind a firewall for web applications, by TLS 1.2 or "
        "newer, with logs kept for 180 days."),
        OwnerOnly("1.4", "hosting_in_india: true",
                  "क्या साइट भारत में है: वेब अनुप्रयोगों की फ़ायरवॉल के पीछे, TLS 1.2 "
                  "या उससे नए के साथ, और लॉग 180 दिन तक रखे जाते हैं।")] = None  # fmt: skip


class SocialLink(Part):
    """A page of the organisation elsewhere; it becomes a plain link."""

    name: Text
    url: SafeAddress


class Links(Part):
    """Addresses of the owner's; `none` says that there is no such thing."""

    feedback_form: Annotated[SafeAddress | None, Field(
        description="An online form of the owner's that acknowledges what it receives."),
        OwnerOnly("G40", "feedback_form: https://example.gov.in/feedback",
                  "स्वामी का ऑनलाइन फ़ॉर्म, जो मिली हुई बात की पावती देता है।")] = None  # fmt: skip
    rti: Annotated[SafeAddress | Literal["none"] | None, Field(
        description="The page on the right to information, which a public authority must have."),
        OwnerOnly("1.4", "rti: https://example.gov.in/rti",
                  "सूचना के अधिकार का पृष्ठ, जो हर लोक प्राधिकरण का होना चाहिए।")] = None  # fmt: skip
    ccps: Annotated[SafeAddress | Literal["none"] | None, Field(
        description="Where the Central Content Publishing System leads to for this site."),
        OwnerOnly("G42", "ccps: none",
                  "केंद्रीय सामग्री प्रकाशन प्रणाली इस साइट के लिए जहाँ ले जाती है।")] = None  # fmt: skip
    social: Annotated[tuple[SocialLink, ...] | None, Field(description="Pages of the organisation on social media."),
                      OwnerOnly("G41", "social: []", "सोशल मीडिया पर संगठन के पृष्ठ।")] = None  # fmt: skip
