"""The pages of declared procedures, which a site adds to its own."""

from practice.procedures.request import RequestPage
from practice.procedures.request_sent import FollowUp, RequestSent
from practice.procedures.requests_page import Requests

PAGES = (Requests, RequestPage, RequestSent, FollowUp)
