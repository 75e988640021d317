"""The made-up registry's API on this machine: another shape than ClinicalTrials.gov's, the same faults.

with SecondServer(records) as server:
    monkeypatch.setenv("TRIALWAY_TESTREG_URL", server.address)
"""

import json

from tests.registries.ctgov.replay import Handler, Registry

PAGE = 10


class SecondServer(Registry):
    """``/stand``: a German date, no ETag; ``/eintraege?von=&bis=&land=&seite=``; ``/eintraege/TR-000001``."""

    def number(self, study: dict) -> str:
        return study["nummer"]

    def answer(self, handler: Handler, path: str, asked: dict[str, str]) -> None:
        if path == "/stand":
            year, month, day = self.timestamp[:10].split("-")
            handler.send(200, json.dumps({"stand": f"{day}.{month}.{year}"}).encode())
        elif path == "/eintraege":
            handler.send(200, json.dumps(self._page(asked)).encode())
        else:
            number = path.removeprefix("/eintraege/")
            found = self.studies.get(self.aliases.get(number, number))
            handler.send(200 if found else 404, json.dumps(found or "unbekannt").encode())

    def _page(self, asked: dict[str, str]) -> dict:
        first, last = asked.get("von", ""), asked.get("bis", "9999")
        found = [
            record
            for record in self.studies.values()
            if first <= record["geaendert"] <= last
            and asked.get("land") in {None, *(site.get("land") for site in record.get("orte", ()))}
        ]
        found.sort(key=lambda record: (record["geaendert"], record["nummer"]))
        number, size = int(asked.get("seite", 1)), int(asked.get("groesse", PAGE))
        end = number * size
        following = number + 1 if size and end < len(found) else None
        return {"eintraege": found[end - size : end], "weiter": following, "gesamt": len(found)}
