NAME = "one"


def handler(event, context):
    return event
