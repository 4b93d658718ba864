"""What the lists show: view values, and keyset-paged models over them."""
