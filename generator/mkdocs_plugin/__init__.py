"""The only package that knows MkDocs: articles out of its files, pages into them."""
