"""What can go wrong with the database file, said in Dutch for the person who must act."""


class StorageError(Exception):
    """A problem with the database file; the message is a whole Dutch sentence."""


class DatabaseLocked(StorageError):
    """Another process holds the file."""


class DatabaseNewer(StorageError):
    """The file was made by a newer version of the product."""


class KeyMismatch(StorageError):
    """The pseudonym key isn't the one this database was filled with."""


class DiskFull(StorageError):
    """Nothing was stored because the disk is full."""
