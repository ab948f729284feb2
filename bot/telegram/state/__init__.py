"""What survives a restart: the ledger of updates and messages, and what the bot remembers. The home of SQL here."""

from .ledger import Ledger
from .memory import FILE, State

__all__ = ["FILE", "Ledger", "State"]
