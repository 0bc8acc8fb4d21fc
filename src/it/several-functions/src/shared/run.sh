#!/bin/bash
export PYTHONPATH="/opt/python:${PYTHONPATH:-}"
exec python main.py
