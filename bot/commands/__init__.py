"""The commands, one module each: `configure(parser)` declares the arguments, `run(options, settings)` does the work."""
