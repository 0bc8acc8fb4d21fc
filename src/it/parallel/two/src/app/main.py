NAME = "two"


def handler(event, context):
    return event
