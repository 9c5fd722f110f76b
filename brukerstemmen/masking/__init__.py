"""Finding what may point at somebody, and proposing other words: plain Python, no framework.

`engine.find` is the one question; `spans` says what comes back. Rules and word lists answer it
today; a trained detector may answer it tomorrow without anybody outside noticing. What comes
out is de-identified, never anonymous: a person reads every statement afterwards.
"""
