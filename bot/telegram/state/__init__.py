"""What survives a restart: the ledger of updates and messages, and what the bot remembers. The home of SQL here."""

from .ledger import Ledger, Sending
from .memory import State

__all__ = ["Ledger", "Sending", "State"]
