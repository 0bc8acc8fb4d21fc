def handler(event, context):
    return "pruned"
