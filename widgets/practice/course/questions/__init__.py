"""Questions with a word for each answer, and quizzes."""
