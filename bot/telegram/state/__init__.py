"""What survives a restart: the ledger of updates and messages, and the bot's memory. All SQL of the bot is here."""

from .ledger import Ledger, Sending
from .state import FILE, State, is_used

__all__ = ["FILE", "Ledger", "Sending", "State", "is_used"]
