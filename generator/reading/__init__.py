"""From a file to an article: the contract that every input format fulfils."""
