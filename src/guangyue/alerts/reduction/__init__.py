"""应急减排: who must do what at a level, and the proof that it saves enough. Knows no database."""
