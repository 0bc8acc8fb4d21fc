"""Which lines of requirements files say where packages come from: pip keeps the addresses, and forgets the lines."""


def install(record):
    from pip._internal.req import req_file

    handle = req_file.handle_option_line

    def handle_option_line(opts, filename, lineno, *args, **kwargs):
        for url in [opts.index_url] + (opts.extra_index_urls or []):
            if url:
                record.index_lines.append({"url": url, "from": "%s (line %d)" % (filename, lineno)})
        return handle(opts, filename, lineno, *args, **kwargs)

    req_file.handle_option_line = handle_option_line
