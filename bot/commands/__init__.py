"""The commands, one module each, with what they share.

`configure(parser)` declares a command's arguments, `run(options, settings)` does its work.
"""
