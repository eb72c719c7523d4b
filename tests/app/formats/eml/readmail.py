# SPDX-License-Identifier: MulanPSL-2.0
"""readmail.py FILE…: what Python's email package finds in mails, as one JSON list."""
import email
import email.header
import email.policy
import email.utils
import hashlib
import json
import sys


def recipients(plain, name):
    # The default policy keeps the blank between two encoded words of a name (RFC 2047 §6.2 does not); the older
    # functions of the package decode it.
    pairs = email.utils.getaddresses([plain[name]] if name in plain else [])
    return [[str(email.header.make_header(email.header.decode_header(n))), a] for n, a in pairs]


def attachment(part, plain):
    # The default policy takes the first filename; the older one lists both, as the file has them.
    extended = [v for k, v in plain.get_params(header="content-disposition") if k == "filename"][-1]
    content = part.get_payload(decode=True)
    return {
        "name": part.get_filename(),
        "other": part["content-type"].params.get("name"),
        "third": email.utils.collapse_rfc2231_value(extended),
        "type": part.get_content_type(),
        "disposition": part.get_content_disposition(),
        "headers": part.keys(),
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def read(path):
    with open(path, "rb") as file:
        data = file.read()
    mail = email.message_from_bytes(data, policy=email.policy.default)
    plain = email.message_from_bytes(data)
    text, *others = mail.iter_parts()
    return {
        "headers": mail.keys(),
        "unsent": mail["x-unsent"],
        "date": mail["date"].datetime.isoformat(),
        "to": recipients(plain, "to"),
        "cc": recipients(plain, "cc"),
        "subject": str(mail["subject"] or ""),
        "type": mail.get_content_type(),
        "text_type": text.get_content_type(),
        "text_headers": text.keys(),
        "text": text.get_payload(decode=True).decode(text.get_content_charset()),
        "attachments": [attachment(p, q) for p, q in zip(others, plain.get_payload()[1:])],
        "defects": [str(d) for part in mail.walk() for d in part.defects],
    }


print(json.dumps([read(path) for path in sys.argv[1:]]))
