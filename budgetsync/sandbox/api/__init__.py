"""The endpoints, as Plaid has them."""
