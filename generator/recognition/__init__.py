"""From an article to its mentions: the contract that every fact type fulfils."""
