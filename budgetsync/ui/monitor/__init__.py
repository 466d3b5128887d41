"""The SyncMonitor's parts, which paint themselves: a change costs a repaint of its line, and no layout."""
