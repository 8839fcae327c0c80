"""Closing: a server that stops asks its pages to come back, and goes when they have gone."""

import asyncio
import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from practice.doors.voila.limits import RoomServer
    from practice.doors.voila.room import Room


async def close(room: "Room", server: "RoomServer", grace: float) -> int:
    """Take no new page, ask those that are there to come back, and wait for them to go, `grace` seconds at most.

    Return how many were asked. What they have done and not heard of, they say again to whichever server they find.
    """
    room.is_ready = False
    server.stop()
    asked = list(room.doors)
    for door in asked:
        door.leave_for_another()
    if asked:
        await asyncio.wait([door.gone for door in asked], timeout=grace)
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(grace):
            await server.close_all_connections()
    await room.own_notebooks.stop()
    return len(asked)
