"""The check: all files of a course, before a room opens. It finds all that is wrong, and says it in French."""
