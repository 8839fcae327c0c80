"""What teaches: the outline of the course, and later exercises, quizzes, sheets."""
