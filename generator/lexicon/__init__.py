"""What one language knows: the contract that every pack on the `languages` shelf fulfils."""
