from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

logger = Logger(service="orders")
app = APIGatewayHttpResolver()


@app.get("/orders/<number>")
def order(number: str):
    logger.info("order asked for", number=number)
    return {"number": number, "items": ["book", "pen"]}


@logger.inject_lambda_context
def handler(event, context):
    return app.resolve(event, context)
