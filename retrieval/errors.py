"""What can go wrong between an article and an answer.

RetrievalError
├── UnreadableError      a file cannot be read as articles (`articles.failure`)
└── StoreError           something is wrong with the index folder
    ├── NoIndexError         there is no index in this folder
    ├── IndexDamagedError    its files are not what was written
    ├── IndexVersionError    written by a newer or an older Byline
    ├── IndexBusyError       another process is writing
    └── ModelMismatchError   made with another model than the one that runs

Each message is one line: what, where, and the command that fixes it.
"""


class RetrievalError(Exception):
    """Base of every error that this package raises on purpose."""


class StoreError(RetrievalError):
    """Something is wrong with the index folder."""


class NoIndexError(StoreError):
    """There is no index in this folder."""


class IndexDamagedError(StoreError):
    """The index's files are not what was written to them."""


class IndexVersionError(StoreError):
    """The index was written by a newer or an older Byline."""


class IndexBusyError(StoreError):
    """Another process is writing to the index."""


class ModelMismatchError(StoreError):
    """The index was made with another model than the one that runs."""
