"""The steps from an empty file to today's schema: NNNN_name.sql, applied in order, each with its row in one commit."""
