"""What the user enters by hand: rows, one after the other by the keyboard, and accounts that no bank keeps."""
