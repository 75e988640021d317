"""The API of ClinicalTrials.gov, v2.0.5: what it holds, page by page, raw."""

import datetime as dt
import re
from urllib.parse import urlsplit

import msgspec
from msgspec import Raw, Struct

from trialway.registries.ctgov.normalise import NUMBER, REGISTRY
from trialway.registries.http import (
    Client,
    Passing,
    RequestRefused,
    Response,
)
from trialway.registries.subset import Subset
from trialway.registries.sync_source import Between, DataVersion, Page

SITE = "https://clinicaltrials.gov"
API_PATH = "/api/v2"
PAGE_SIZE = 1000


class _Version(Struct):
    dataTimestamp: str  # noqa: N815 - the registry's name


class _Page(Struct, rename="camel"):
    studies: list[Raw]
    next_page_token: str | None = None
    total_count: int | None = None


class CtgovClient:
    """The registry as one client sees it; see ``registries.sync_source.SyncSource``."""

    registry = REGISTRY
    first_day = dt.date(1999, 1, 1)

    def __init__(self, client: Client, site: str = SITE) -> None:
        self.client = client
        self.address = site.rstrip("/") + API_PATH

    def version(self, etag: str | None = None) -> DataVersion | None:
        """The registry's data version; None when it is still that of ``etag``."""
        return self.client.get(f"{self.address}/version", {}, _read_version, etag=etag)

    def page(self, subset: Subset, between: Between | None, token: str | None) -> Page:
        """One page of full studies, oldest update first. Refused, status 400, when the token has expired."""
        params = {**_params(subset, between), "sort": "LastUpdatePostDate:asc"}
        return self._page(params, token)

    def page_of_numbers(self, subset: Subset, token: str | None) -> Page:
        """One page of studies that hold nothing but their numbers."""
        return self._page({**_params(subset, None), "fields": "NCTId"}, token)

    def total(self, subset: Subset, between: Between | None = None) -> int:
        """How many studies there are."""
        params = {**_params(subset, between), "fields": "NCTId", "pageSize": "1", "countTotal": "true"}
        return self.client.get(f"{self.address}/studies", params, _read_page).total or 0

    def study(self, number: str) -> bytes | None:
        """One study, under another number when this one is an alias; None when it is gone."""
        try:
            return self.client.get(f"{self.address}/studies/{number}", {}, _read_study)
        except RequestRefused as refusal:
            if refusal.status in {404, 410}:
                return None
            raise

    def _page(self, params: dict[str, str], token: str | None) -> Page:
        first = {"countTotal": "true"} if token is None else {"pageToken": token}
        params = {"format": "json", "pageSize": str(PAGE_SIZE), **params, **first}
        return self.client.get(f"{self.address}/studies", params, _read_page)


def host(site: str = SITE) -> str:
    """The one host that the API lives on."""
    return urlsplit(site).hostname or ""


def _params(subset: Subset, between: Between | None) -> dict[str, str]:
    params = {}
    if subset.query:
        params["query.term"] = subset.query
    if subset.sponsor:
        params["query.spons"] = subset.sponsor
    conditions = []
    if subset.country:
        conditions.append(f"AREA[LocationCountry]{_quoted(subset.country)}")
    if between:
        conditions.append(_range(between))
    if conditions:
        params["filter.advanced"] = " AND ".join(conditions)
    return params


def _range(between: Between) -> str:
    first = between.first.isoformat() if between.first else "MIN"
    last = between.last.isoformat() if between.last else "MAX"
    return f"AREA[LastUpdatePostDate]RANGE[{first},{last}]"


def _quoted(words: str) -> str:
    """As a phrase of the registry's query language, in which nothing is an operator."""
    return '"' + re.sub(r'[\\"]', " ", words) + '"'


def _read_version(answer: Response) -> DataVersion | None:
    if answer.status == 304:
        return None
    try:
        version = DataVersion(msgspec.json.decode(answer.body, type=_Version).dataTimestamp, answer.etag)
        version.day  # noqa: B018 - raises when it is no date
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError) as error:
        raise Passing(f"its version is not what it promises ({error})") from error
    return version


def _read_page(answer: Response) -> Page:
    try:
        page = msgspec.json.decode(answer.body, type=_Page)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Passing(f"the page is not what it promises ({error})") from error
    return Page([bytes(study) for study in page.studies], page.next_page_token, page.total_count)


def _read_study(answer: Response) -> bytes:
    try:
        found = msgspec.json.decode(answer.body)
        stated = found["protocolSection"]["identificationModule"]["nctId"]
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, KeyError, TypeError) as error:
        raise Passing(f"the study is not what it promises ({error})") from error
    if not isinstance(stated, str) or not NUMBER.fullmatch(stated):
        raise Passing(f"the study has the number {stated!r}")
    return answer.body
