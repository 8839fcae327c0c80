"""The code that a learner takes along: it holds what is done, so that nobody has to keep it for her."""
