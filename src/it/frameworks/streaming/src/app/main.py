import asyncio

from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()


async def numbers(count: int):
    for number in ["one", "two", "three", "four"][:count]:
        yield number if number == "one" else f", {number}"
        await asyncio.sleep(0.1)


@app.get("/count/{count}")
def count(count: int):
    return StreamingResponse(numbers(count), media_type="text/plain")
