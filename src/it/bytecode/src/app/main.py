import click


def handler(event, context):
    return {"command": click.style(event["name"])}
