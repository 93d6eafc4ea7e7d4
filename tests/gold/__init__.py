"""What a careful reader finds in Arabic political text, and the score-keeper that compares."""
