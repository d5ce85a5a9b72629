"""Which file of data/ holds what: file name, its lists, and the model of each list's rows."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from showcase.model import vocabulary as v
from showcase.model.fields import Part

Lists = Mapping[str, type[Part]]


def _file(**lists: type[Part]) -> Lists:
    """Every file may also hold `notes` on itself and `sources` of its rows."""
    return MappingProxyType({**lists, "notes": v.Note, "sources": v.DataSource})


# File name under data/ → top-level key → model of one row. `notes` and `sources` may be absent.
LISTS: Mapping[str, Lists] = MappingProxyType(
    {
        "families.yml": _file(families=v.Family),
        "technologies.yml": _file(technologies=v.Technology),
        "end-users.yml": _file(end_users=v.EndUser),
        "programmes.yml": _file(programmes=v.Programme),
        "stages.yml": _file(stages=v.Stage),
        "cities.yml": _file(cities=v.City),
        "timeline.yml": _file(events=v.TimelineEvent),
        "statistics.yml": _file(statistics=v.Statistic),
        "production-and-exports.yml": _file(
            production=v.YearValue, exports=v.YearValue, remarks=v.Remark
        ),
        "partner-incubators.yml": _file(
            incubators=v.Incubator,
            counts=v.DatedCount,
            eligibility=v.Criterion,
            related=v.RelatedBody,
        ),
        "conference-2025.yml": _file(facts=v.ConferenceFact),
        "srijan-deep.yml": _file(facts=v.Capability),
        "archive.yml": _file(issues=v.ArchivedIssue, withdrawn=v.Withdrawal, renamed=v.Renaming),
        "defence-exim-portal.yml": _file(facts=v.ExportRule, classification=v.MunitionsHeading),
    }
)

# Lists that may be absent from their file.
OPTIONAL = frozenset({"notes", "sources"})

# Files that are one row, a file that maps keys to rows, and the folder with one row a file.
SITE_FILE, SITE = "site.yml", v.Site
AUDIT_FILE, AUDIT = "accessibility.yml", v.Audit
WORDS_FILE, WORDS = "ui.yml", v.Words
STATES_FOLDER, STATE = "states", v.State
# Files beside the lists.
ALONE = (SITE_FILE, AUDIT_FILE, WORDS_FILE)
