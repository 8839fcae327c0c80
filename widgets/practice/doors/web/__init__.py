"""The course without a server: a folder of files, in which the same Python answers inside the browser.

`command.py`      `python3 atelier.py site`
`folder.py`       the pages, as a room draws them, and one script for all
`staging.py`      which files of the course and its libraries the engine is made from
`pyodide.py`      Python for browsers, pinned: where it comes from
`building.py`     the engine: Python with the course in its memory, made once by static/build.mjs
`packing.py`      how bytes are held by a script
`shelf.py`        the engines that were made lately
`freezing.py`     what is compiled, and what is left for later: runs in the engine while it is made
`engine.py`       what answers, in the browser
`lms/`            a package of that folder for Moodle and its like
`static/`         build.mjs (Node), worker.js (the engine), connection.js (what joins a page with it, of slides too),
                  shell.js (one chapter after another)
"""
