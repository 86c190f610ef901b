"""From dated news texts to a cross-linked briefing site. Start reading at `generator.pipeline`."""
