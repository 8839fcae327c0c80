"""The course for a room: Voilà's addresses, its chapters drawn once and served from memory.

A chapter whose code only shows what the course gives is not executed: its page is the same for everybody, and what a
learner does there changes only the sessions that this process keeps for her page. A trainer's own notebook, with any
other code, is given to Voilà itself, with a kernel of its own.

`app.py`          the server, its command line, its addresses
`chapters.py`     chapters, drawn and compressed once; `page.py` draws one
`open_pages.py`   pages that are open in browsers, and their sessions: plain Python, bounded in number
`door.py`         the websocket between a page and its sessions
`own_notebooks.py` Voilà, started when a notebook of somebody's own is asked for
`assets.py`       the files of a page
"""
