"""Turns answers into conversation: the command line, the chat and the Telegram bot."""
