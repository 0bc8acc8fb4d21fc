"""Releases that an earlier lock pins come before newer ones, as far as the requirements allow them."""


def install(pins):
    from pip._internal.index.package_finder import CandidateEvaluator
    from pip._vendor.packaging.utils import canonicalize_name

    sort_key = CandidateEvaluator._sort_key

    def sort_key_pinned_first(self, candidate):
        pinned = pins.get(canonicalize_name(candidate.name)) == str(candidate.version)
        return (pinned,) + sort_key(self, candidate)

    CandidateEvaluator._sort_key = sort_key_pinned_first
