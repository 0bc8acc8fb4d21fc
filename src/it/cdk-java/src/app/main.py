from fastapi import FastAPI

from greetings import greeting

app = FastAPI()


@app.get("/")
def root():
    return {"message": greeting("you")}


@app.get("/hello/{name}")
def hello(name: str):
    return {"message": greeting(name)}
