"""What the invented world is furnished with: banks, merchants and their categories."""
