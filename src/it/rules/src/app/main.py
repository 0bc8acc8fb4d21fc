import demo


def handler(event, context):
    return demo.VALUE
