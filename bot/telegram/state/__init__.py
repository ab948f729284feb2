"""What survives a restart: the ledger of updates and messages, and the bot's memory. All SQL of the bot is here."""

from .ledger import Ledger
from .memory import FILE, State, examine

__all__ = ["FILE", "Ledger", "State", "examine"]
