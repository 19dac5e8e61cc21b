"""Why a place or a project is routed as it is, in lines for whoever set the table up."""

from collections.abc import Iterable, Iterator

from bot.district import LoadedDistrict
from casework.directory import Unit
from casework.ledger import FoundBy, Project, ProjectClass, SiteMatch, SiteSearch
from casework.places import Located, locate
from casework.routing import Condition, Explanation, Judged, RoutingFacts, explain, judge, route
from casework.site_matches import CERTAIN, FAR_ENOUGH, OFFERED, certain


def explain_routing(
    loaded: LoadedDistrict,
    words: str,
    *,
    search: SiteSearch | None = None,
    construction: bool | None = True,
    project_class: ProjectClass | None = None,
) -> str:
    """What the table makes of a project's code, a site's name or a place in free words.

    Without ``search`` only codes of the sample ledger are known. ``construction`` False asks for
    a factory or a shop, None for somebody who has not said; ``project_class`` is what somebody
    established about a site that the ledger does not know.
    """
    matches = search.find(words) if search else _by_code(loaded.sample_projects, words)
    project = matches[0].project if matches and construction else None
    place = locate(words, loaded.district)
    facts = RoutingFacts(
        construction=construction,
        project=project,
        place_said=words,
        project_class=project_class,
    )
    decision = route(facts, loaded.district, loaded.routing)
    lines = (
        *_about_words(words, matches, place, loaded),
        *_about_decision(explain(decision, loaded.district)),
        *_about_rules(judge(facts, loaded.district, loaded.routing)),
    )
    return "\n".join(lines)


_FOUND_BY = {
    FoundBy.CODE: "the site code",
    FoundBy.NAME: "the name",
    FoundBy.SHORT_NAME: "the name as people shorten it",
    FoundBy.ALIAS: "what workers call it",
    FoundBy.CONTRACTOR: "the general contractor",
    FoundBy.SUBCONTRACTOR: "a subcontractor",
    FoundBy.OWNER: "the owner",
    FoundBy.ADDRESS: "the address",
    FoundBy.SUB_DISTRICT: "the sub-district",
    FoundBy.SEVERAL: "the words stand in several places of the row",
    FoundBy.DISTANCE: "the distance",
}


def explain_matches(matches: tuple[SiteMatch, ...]) -> Iterator[str]:
    """Each project that was found with the reason, and what a worker would be asked."""
    for match in matches:
        project = match.project
        mark = "  (sample)" if project.sample else ""
        yield f"{match.score:.2f}  {project.code}  {project.name}  {project.address}{mark}"
        yield f"      found by {_reason(match)}"
    if matches:
        sure = certain(matches)
        asked = "read back by its full name" if sure else "the worker is asked which one"
        yield (
            f"In a conversation: {asked}"
            f" (offered from {OFFERED}; unasked from {CERTAIN}, the next {FAR_ENOUGH} below)."
        )


def _reason(match: SiteMatch) -> str:
    words = _FOUND_BY[match.found_by]
    if match.metres is not None:
        return f"{words}: {match.metres} m"
    sound = ", by its sound" if match.by_sound else ""
    return f"{words}{sound}: {match.text}" if match.text else words


def _by_code(projects: Iterable[Project], words: str) -> tuple[SiteMatch, ...]:
    code = words.strip().casefold()
    return tuple(
        SiteMatch(project=project, score=1.0)
        for project in projects
        if project.code.casefold() == code
    )


def _about_words(
    words: str, matches: tuple[SiteMatch, ...], place: Located, loaded: LoadedDistrict
) -> Iterator[str]:
    yield f"Asked:         {words}"
    for number, match in enumerate(matches):
        note = "" if number else "  ← explained below"
        sample = ", sample" if match.project.sample else ""
        yield (
            f"Ledger:        {match.project.code} {match.project.name}"
            f" ({match.project.project_class}{sample}), score {match.score:.2f}{note}"
        )
    if not matches:
        yield "Ledger:        nothing found"
    known = {code: row.name for code, row in loaded.district.sub_districts.items()}
    if place.sub_district:
        yield f"Place:         {known[place.sub_district]}"
    elif place.candidates:
        yield f"Place:         one of {'、'.join(known[code] for code in place.candidates)}"
    elif place.outside:
        yield f"Place:         outside ({place.outside_place})"
    if place.unassigned:
        yield f"Place:         {place.unassigned}, given to no unit by the plan"


def _about_decision(explanation: Explanation) -> Iterator[str]:
    decision = explanation.decision
    yield f"Rule:          {decision.rule_id} (table of {decision.rule_version})"
    yield f"Source:        {decision.source}"
    yield f"Lead:          {_named(explanation.lead)}"
    yield f"Assist:        {_all(explanation.assist)}"
    yield f"Always:        {_named(explanation.always)}"
    if decision.command_post:
        yield "Command post:  the project's 指挥部 coordinates too"
    if outside := decision.facts_used.get("outside_place"):
        yield f"Transfer to:   labour inspection of {outside}, once a person has arranged it"
    yield f"Alternatives:  {_all(explanation.alternatives)}"
    yield f"Decided by:    {'a person confirms' if decision.sure else 'the arrears office designates'}"
    yield "Facts used:"
    for name, value in decision.facts_used.items():
        yield f"  {name} = {value}"


def _about_rules(rules: tuple[Judged, ...]) -> Iterator[str]:
    yield "Rules, top to bottom:"
    width = max(len(judged.rule.id) for judged in rules)
    for judged in rules:
        yield f"  {judged.rule.id:<{width}}  {'; '.join(_verdict(judged))}"


def _verdict(judged: Judged) -> Iterator[str]:
    """Why a rule fired, or why it did not."""
    if judged.lead_open:
        yield f"fits, but nobody is known as its {judged.rule.lead}: the last rule counts"
    elif judged.fired:
        yield "FIRED"
    elif judged.behind:
        yield f"not reached, {judged.behind} stands above it"
    else:
        yield "does not fit"
    yield from (
        _looked_at(c) for c in judged.conditions if not c.met or judged.fired or judged.lead_open
    )


def _looked_at(condition: Condition) -> str:
    known = condition.known or "unknown"
    if condition.met:
        return f"{condition.name} is {known}"
    return f"{condition.name} is {known}, not {condition.wanted}"


def _all(units: tuple[Unit, ...]) -> str:
    return "、".join(map(_named, units)) or "none"


def _named(unit: Unit) -> str:
    return f"{unit.name} ({unit.code}, {unit.contact_mode})"
