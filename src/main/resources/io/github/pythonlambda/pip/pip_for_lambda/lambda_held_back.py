"""After a resolution: newer releases that the target cannot have, and the candidates of a project that is asked about."""

import lambda_known

RELEASES_EXPLAINED = 20


def install(offers, explain, record):
    from pip._internal.resolution.resolvelib.resolver import Resolver

    resolve = Resolver.resolve

    def resolve_and_look_back(self, root_reqs, *args, **kwargs):
        requirements = resolve(self, root_reqs, *args, **kwargs)
        for project, specifier in specifiers(self._result, root_reqs).items():
            candidate = self._result.mapping[project]
            held = held_back(offers, self.factory._finder, project, candidate.version, specifier)
            if held:
                record.held_back.append(held)
            if project == explain:
                newest = sorted({version for version, _, _ in offers.of(project)}, reverse=True)[:RELEASES_EXPLAINED]
                releases = set(newest) | {candidate.version}
                record.explained = offers.describe(project, specifier, releases)
        return requirements

    Resolver.resolve = resolve_and_look_back


def specifiers(result, root_reqs):
    """What all requirements and constraints together allow of each project that was chosen from an index."""
    from pip._vendor.packaging.utils import canonicalize_name

    found, direct = {}, set()
    for criterion in result.criteria.values():
        for requirement in criterion.iter_requirement():
            candidate, asked = requirement.get_candidate_lookup()
            if asked is None or asked.req is None:
                if candidate is not None and requirement.project_name == requirement.name:
                    direct.add(canonicalize_name(requirement.project_name))
                continue
            project = canonicalize_name(requirement.project_name)
            found[project] = found[project] & asked.req.specifier if project in found else asked.req.specifier
    for constraint in root_reqs:
        project = canonicalize_name(constraint.name or "")
        if constraint.constraint and project in found and constraint.match_markers():
            found[project] = found[project] & constraint.req.specifier
    return {project: found[project] for project in sorted(found) if project not in direct and project in result.mapping}


def held_back(offers, finder, project, chosen, specifier):
    if lambda_known.pins(specifier, str(chosen)) and not offers.has_local_versions(project):
        return None  # nothing newer is allowed
    newer = {version for version, link, _ in offers.of(project) if version > chosen and not link.is_yanked}
    allowed = list(specifier.filter(newer, prereleases=True if chosen.is_prerelease else allows_prereleases(finder, project)))
    # Alone, pip would allow a pre-release where nothing else is newer.
    if not chosen.is_prerelease and not specifier.prereleases and allows_prereleases(finder, project) is not True:
        allowed = [version for version in allowed if not version.is_prerelease]
    if not allowed:
        return None
    newest = max(allowed)
    files = [(link, verdict) for version, link, verdict in offers.of(project) if version == newest]
    if any(verdict == "fits" and link.is_wheel and not link.is_yanked for link, verdict in files):
        return None  # another package's requirement excludes it
    return {
        "project": project,
        "chosen": str(chosen),
        "newer": str(newest),
        "offers": offers.describe(project, specifier, {newest}),
    }


def allows_prereleases(finder, project):
    """As --pre says; pip has asked a ReleaseControl since 26.0."""
    control = getattr(finder, "release_control", None)
    if control is not None:
        return control.allows_prereleases(project)
    return True if getattr(finder, "allow_all_prereleases", False) else None
