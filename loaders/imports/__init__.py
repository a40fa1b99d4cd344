"""Data that others keep of people and bodies: a file for each kind; ``accepts`` tells whether a document is of it, ``read`` reads it."""
