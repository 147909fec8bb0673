"""What the driver is made of. Programs have no use for it."""
