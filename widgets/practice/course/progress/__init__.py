"""What a learner has done, and the paper that says it."""
