"""The launcher: what a command of the terminal starts, and in which Python. The standard library is all it needs.

`command_line.py`  the commands, their options, refusals in French
`launcher.py`      what each command starts
`running.py`       is the port free, or is the course open there already?
`chromium.py`      the browser of the tests and of the sheets
`long_work.py`     a long command, without its chatter
"""
