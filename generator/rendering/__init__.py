"""From a site to pages: the contract that every page type and output fulfils."""
