"""The demo bank's SimpleFIN server: the same banks, told by another protocol."""
