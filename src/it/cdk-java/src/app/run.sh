#!/bin/bash
# The Lambda Web Adapter starts this and forwards requests to ${PORT}.
export PYTHONPATH="/opt/python:${PYTHONPATH:-}"
exec python -m uvicorn --port "${PORT:-8000}" main:app
