"""Nothing is asked for over the network, not even by what --no-index leaves open: -r, -c and --find-links with a URL."""


def install():
    from pip._internal.exceptions import NetworkConnectionError
    from pip._internal.network.session import PipSession
    from pip._vendor.requests import Response

    request = PipSession.request

    def request_files_only(self, method, url, *args, **kwargs):
        if not url.startswith("file:"):
            response = Response()  # pip looks at its status
            response.status_code = 503
            message = "the build is offline, so %s is not asked for" % url.partition("?")[0]
            raise NetworkConnectionError(message, response=response)
        return request(self, method, url, *args, **kwargs)

    PipSession.request = request_files_only
