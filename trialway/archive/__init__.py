"""Every raw version of every record, and the trials made of them."""
