from fastapi import FastAPI

app = FastAPI()


@app.get("/")
def root():
    return {"message": "Hello from Lambda"}


@app.get("/items/{item_id}")
def item(item_id: int):
    return {"item_id": item_id}
