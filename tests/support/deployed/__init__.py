"""What the course is deployed with, in tests: programs that stand around its servers."""
