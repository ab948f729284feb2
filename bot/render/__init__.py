"""Renders answers as text for a Telegram chat, a terminal or a program. Pure."""
