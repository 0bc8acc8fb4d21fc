import pydantic


class Order(pydantic.BaseModel):
    item: str
    count: int = 1


def handler(event, context):
    return Order(**event).model_dump()
