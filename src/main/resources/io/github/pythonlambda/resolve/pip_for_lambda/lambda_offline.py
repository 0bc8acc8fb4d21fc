"""Nothing is asked for over the network, not even by what --no-index leaves open: -r, -c and --find-links with a URL."""


def install():
    from pip._internal.exceptions import NetworkConnectionError
    from pip._internal.network.session import PipSession

    request = PipSession.request

    def request_files_only(self, method, url, *args, **kwargs):
        if not url.startswith("file:"):
            raise NetworkConnectionError("the build is offline, so %s is not asked for" % url.partition("?")[0])
        return request(self, method, url, *args, **kwargs)

    PipSession.request = request_files_only
