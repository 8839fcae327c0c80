"""What is printed for a session: « pas à pas » sheets for each exercise, a plan for each chapter."""
