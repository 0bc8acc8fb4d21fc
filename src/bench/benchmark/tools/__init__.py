"""What is compared. Each module describes one tool as the shell script that a team would write for it."""
