"""The classroom of a trainer: who sits where, who needs somebody, what everybody is asked to do. Plain Python.

It lives in memory only, and is told the time. What joins it to the tablets is in `doors/voila/classroom/`.
"""
