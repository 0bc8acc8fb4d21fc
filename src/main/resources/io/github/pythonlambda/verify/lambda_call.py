"""Loads a handler as Lambda's runtime does, and calls it if there is an event.

    lambda_call.py PLAN RESULTS

PLAN is that of lambda_import.py, with the one module and its attribute, and perhaps "event", which is JSON in a string.
RESULTS gets the lines of lambda_import.py, and for a call one more: "seconds" and either "fault" or "result".
"""

import json
import os
import sys
import time
import uuid

from lambda_fault import describe
from lambda_import import interpreter, load, prepare

DEADLINE_SECONDS = 30


class Context:
    """What a handler gets as its second argument."""

    identity = None
    client_context = None
    tenant_id = None

    def __init__(self):
        self.function_name = os.environ["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = os.environ["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = os.environ["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = os.environ["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.aws_request_id = str(uuid.uuid4())
        self.invoked_function_arn = "arn:aws:lambda:us-east-1:000000000000:function:" + self.function_name
        self._end = time.time() + DEADLINE_SECONDS

    def get_remaining_time_in_millis(self):
        return max(int((self._end - time.time()) * 1000), 0)

    def log(self, message):
        sys.stdout.write(str(message))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        plan = json.load(file)
    module = plan["modules"][0]
    with open(sys.argv[2], "w", encoding="utf-8") as results:

        def tell(value):
            results.write(json.dumps(value) + "\n")
            results.flush()

        tell(interpreter())
        prepare(plan)
        tell({"module": module["name"]})
        start = time.perf_counter()
        handler = fault = None
        try:
            handler = load(module)
            if not callable(handler):
                raise TypeError("%s.%s is no function" % (module["name"], module["attribute"]))
        except BaseException as error:
            fault = describe(error, __file__)
        tell({"seconds": time.perf_counter() - start, "fault": fault})
        if fault is None and plan.get("event") is not None:
            start = time.perf_counter()
            result = None
            try:
                # Lambda has to make JSON of what a handler returns.
                result = json.dumps(handler(json.loads(plan["event"]), Context()), ensure_ascii=False)
            except BaseException as error:
                fault = describe(error, __file__)
            tell({"seconds": time.perf_counter() - start, "fault": fault, "result": result})
    sys.stdout.flush()
    sys.stderr.flush()


if __name__ == "__main__":
    main()
    os._exit(0)
