"""What survives a restart: the ledger of updates and messages, and the bot's memory. All SQL of the bot is here."""

from .ledger import Ledger
from .state import FILE, State, is_used

__all__ = ["FILE", "Ledger", "State", "is_used"]
