"""核对: a program of one file that whoever doubts a draw runs by himself. It imports nothing of ours."""
