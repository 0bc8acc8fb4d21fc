import acme_orders


def handler(event, context):
    return acme_orders.VERSION
