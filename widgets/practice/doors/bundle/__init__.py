"""A folder that installs the course on a computer without the Internet, from a USB key.

`command.py`   `python3 atelier.py bundle`
`lock.py`      requirements.lock: what is to be installed
`target.py`    the system and the Pythons that the folder is for
"""
