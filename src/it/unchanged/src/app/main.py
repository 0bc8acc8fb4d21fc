from idna import encode


def handler(event, context):
    return encode(event["domain"]).decode()
