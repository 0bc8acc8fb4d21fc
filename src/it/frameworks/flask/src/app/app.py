from flask import Flask, jsonify

app = Flask(__name__)


@app.get("/")
def root():
    return jsonify(message="Hello from Lambda")


@app.get("/hello/<name>")
def hello(name):
    return jsonify(message=f"Hello, {name}")
