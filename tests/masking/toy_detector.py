"""A detector as others may run one: it takes every word with a capital for a name.

    toy_detector.py command [fault]    reads lines, writes answers, ends
    toy_detector.py service [fault]    prints its port, then answers what is posted

A fault is one way of answering wrongly. The standard library only: it runs without the product.
"""

import http.server
import json
import re
import sys
import time

NEVER = 60  # seconds: longer than anybody waits


def answer(row):
    spans = [
        {"start": match.start(), "end": match.end(), "label": "PER", "score": 0.99}
        for match in re.finditer(r"[A-ZÆØÅ]\w+", row["text"])
    ]
    return {"id": row["id"], "spans": spans}


def wrong_span(**changes):
    span = {"start": 0, "end": 1, "label": "PER", "score": 0.9} | changes
    return lambda rows: [{"id": row["id"], "spans": [span]} for row in rows]


# What is answered instead, by the name of the fault.
FAULTS = {
    "outside": wrong_span(end=10_000),
    "before": wrong_span(start=-1),
    "empty": wrong_span(end=0),
    "turned": wrong_span(start=3, end=2),
    "half_position": wrong_span(end=1.5),
    "true_position": wrong_span(end=True),
    "no_label": wrong_span(label=""),
    "label_of_numbers": wrong_span(label=7),
    "score_of_two": wrong_span(score=2),
    "score_of_nothing": wrong_span(score=0),
    "no_number": wrong_span(score=float("nan")),
    "score_in_words": wrong_span(score="0.9"),
    "span_is_a_list": lambda rows: [{"id": row["id"], "spans": [[0, 1]]} for row in rows],
    "no_spans": lambda rows: [{"id": row["id"]} for row in rows],
    "says_error": lambda rows: [answer(row) | {"error": row["text"]} for row in rows],
    "other_text": lambda rows: [answer(row) | {"id": "other"} for row in rows],
    "number_as_id": lambda rows: [answer(row) | {"id": 0} for row in rows],
    "one_missing": lambda rows: [answer(row) for row in rows[1:]],
    "one_too_many": lambda rows: [*map(answer, rows), {"id": "more", "spans": []}],
    "twice": lambda rows: [answer(row) for row in [*rows, *rows]],
    "not_an_object": lambda rows: [["spans"] for _row in rows],
}
RAW = {
    "no_json": b"Kari Nordmann",
    "no_utf8": b'{"id": "\xff"}',
    "deep": b"[" * 100_000,
    "nothing": b"",
}


def said(question, fault):
    rows = [json.loads(line) for line in question.decode("utf-8").splitlines() if line.strip()]
    if fault in RAW:
        return RAW[fault]
    answers = FAULTS[fault](rows) if fault in FAULTS else map(answer, rows)
    return "".join(json.dumps(row) + "\n" for row in answers).encode()


def be_command(fault):
    if fault == "never_ends":
        time.sleep(NEVER)
    if fault == "does_not_listen":
        return
    question = sys.stdin.buffer.read()
    if fault == "never_stops":
        while True:
            sys.stdout.buffer.write(b" " * 65_536)
    sys.stdout.buffer.write(said(question, fault))
    sys.stdout.flush()
    if fault == "complains":
        raise SystemExit(json.loads(question.splitlines()[0])["text"])
    if fault == "answers_and_stays":
        sys.stdout.close()
        time.sleep(NEVER)


class Handler(http.server.BaseHTTPRequestHandler):
    fault = ""

    def do_POST(self):
        question = self.rfile.read(int(self.headers["Content-Length"]))
        if self.fault == "never_ends":
            time.sleep(NEVER)
        if self.fault == "hangs_up":
            return
        if self.fault == "drips":
            self._drip()
        status = {"refuses": 500, "sends_elsewhere": 307}.get(self.fault, 200)
        self.send_response(status)
        if self.fault == "sends_elsewhere":
            self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}/")
        body = said(question, self.fault)
        if self.fault == "cut_short":
            self.send_header("Content-Length", str(len(body) + 10))
            body = body[:-1]
        self.end_headers()
        while self.fault == "never_stops":
            self.wfile.write(b" " * 65_536)
        self.wfile.write(body)

    def _drip(self):
        self.send_response(200)
        self.flush_headers()
        while True:
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def log_message(self, *told):
        """It has nothing to say."""


def be_service(fault):
    Handler.fault = fault
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        print(server.server_port, flush=True)
        server.serve_forever()


if __name__ == "__main__":
    kind, fault = sys.argv[1], (sys.argv[2:] or [""])[0]
    {"command": be_command, "service": be_service}[kind](fault)
