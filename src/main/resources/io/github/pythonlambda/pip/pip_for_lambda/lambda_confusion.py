"""Which index offers what: the one of each chosen wheel, and projects that more than one offers (dependency confusion).

pip treats all indexes alike and takes the newest release, so a stranger's package of the same name on a public index wins
over a team's own. Folders and pages of links are no indexes.
"""


def install(record):
    from pip._internal.index.package_finder import PackageFinder
    from pip._internal.models.link import Link
    from pip._internal.resolution.resolvelib.resolver import Resolver
    from pip._internal.utils.misc import remove_auth_from_url
    from pip._vendor.packaging.utils import canonicalize_name

    process_project_url = PackageFinder.process_project_url
    resolve = Resolver.resolve
    offers = {}  # project -> indexes that have a file of it which fits, in the order in which pip asks them
    origins = {}  # URL of a file -> index

    def process_and_note(self, project_url, link_evaluator):
        candidates = process_project_url(self, project_url, link_evaluator)
        project = link_evaluator.project_name
        pages = [Link(url).url for url in self.search_scope.get_index_urls_locations(project)]
        if candidates and project_url.url in pages:
            # The page is that of the project, <index>/<project>/.
            index = remove_auth_from_url(project_url.url_without_fragment).rstrip("/").rpartition("/")[0]
            known = offers.setdefault(canonicalize_name(project), [])
            if index not in known:
                known.append(index)
            for candidate in candidates:
                origins.setdefault(candidate.link.url_without_fragment, index)
        return candidates

    def resolve_and_tell(self, *args, **kwargs):
        requirements = resolve(self, *args, **kwargs)
        for requirement in requirements.all_requirements:
            project = canonicalize_name(requirement.name)
            index = origins.get(requirement.link.url_without_fragment) if requirement.link else None
            if index is None:
                continue  # required by a path or a URL, so no index had a say
            record.indexes[project] = index
            if len(offers[project]) > 1:
                record.confusions.append({"project": project, "indexes": offers[project]})
        record.confusions.sort(key=lambda confusion: confusion["project"])
        return requirements

    PackageFinder.process_project_url = process_and_note
    Resolver.resolve = resolve_and_tell
