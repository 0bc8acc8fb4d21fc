import common.log


def handler(event, context):
    return common.log.LEVEL
