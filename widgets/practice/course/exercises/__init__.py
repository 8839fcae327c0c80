"""What is exercised: an exercise's steps, the ways to play it, what came of it."""
