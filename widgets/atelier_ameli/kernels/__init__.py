"""Kernels that cost little: forked from a process that has already imported the course.

Voilà starts a kernel for every page. An ordinary one takes 0.7 s of CPU and 41 MB, nearly all of it to import the same
libraries and to build the same IPython shell as its neighbour. Here one process does that once, and each learner's
kernel is a fork of it: a process of her own, with her own key, sockets and memory, of which it only pays what differs.

`provisioner.py`  the extension point of `jupyter_client`; whatever fails here, it starts an ordinary kernel instead
`handle.py`       the fork server and its kernels, as seen from Voilà's process
`forkserver.py`   the process that forks
`app.py`          a kernel in two halves, before and after the fork
`client.py`       a kernel client that knows when such a kernel is ready, and waits no longer
"""
