"""The course without a server, as a package that a platform of learning (an LMS: Moodle) plays: SCORM 1.2.

`package.py`         the archive: the folder of the course, and the manifest that says what is in it
`told.py`            what the platform is told of each exercise, as a table for the page
`../static/lms.js`   the page's half: it finds the platform, tells it, and asks what it was told before

SCORM 1.2, as Moodle plays all of it; of SCORM 2004 it leaves out what 2004 adds, the sequencing. xAPI is not spoken: a
statement names who learns, and goes to a store by the network, which no page of the course may ask anything of.
"""
