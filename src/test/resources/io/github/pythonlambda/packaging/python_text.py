"""Prints the characters that Python takes for white space, and those at which it ends a line."""

import json

CHARACTERS = [chr(code) for code in range(0x10000)]

print(
    json.dumps(
        {
            "spaces": [text for text in CHARACTERS if text.isspace()],
            "line ends": [text for text in CHARACTERS if len(f"a{text}b".splitlines()) == 2],
        }
    )
)
