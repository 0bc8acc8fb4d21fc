#!/bin/bash
export PYTHONPATH="/opt/python:${PYTHONPATH:-}"
exec python -m uvicorn --port "${PORT:-8000}" main:app
