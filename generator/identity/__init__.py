"""Who is who: inside one article, and across all articles of a site."""
