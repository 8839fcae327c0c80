"""Kernels that cost little: forked from a process that has already imported the course.

Voilà starts a kernel for every page. An ordinary one takes 0.7 s of CPU and 41 MB, nearly all of it to import the same
libraries and to build the same IPython shell as its neighbour. Here one process does that once, and forks.

A notebook that may be anything gets a kernel: a fork that does all that Jupyter kernels do, for one page. A chapter of
the course comes out the same for every learner, so it is executed once, in a mould, and its learners get seats: forks
that find it executed, and that need neither ZMQ nor threads, as they only speak with their page.

    Voilà ── fork server ─┬─ kernel (a trainer's own notebook, one page)
                          └─ mould (a chapter) ─┬─ seat (one learner)
                                                └─ seat

`provisioner.py`  the extension point of `jupyter_client`; whatever fails here, it starts an ordinary kernel instead
`handle.py`       the fork server and its kernels, as seen from Voilà's process; `moulds.py`, moulds and seats
`forkserver.py`   the process that forks, and what its forks become; `forking.py`, how it forks
`app.py`          a kernel in two halves, before and after the fork; `chapter.py`, a chapter in two halves likewise
`client.py`       a kernel client that knows when such a kernel is ready, and waits no longer
"""
