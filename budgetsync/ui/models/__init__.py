"""What the views draw: models that change by id, in place, while everything else goes on."""
