NAME = "three"


def handler(event, context):
    return event
