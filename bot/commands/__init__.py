"""The commands, one module each: `configure(parser)` names its arguments, `run(options, settings)` does it."""
