"""The threads that disk and slow work run on, shared by all pages."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor


class Workers:
    """One thread for the book, so that acts are done in the order in which they were tapped, and one for slow work."""

    def __init__(self) -> None:
        self.book = ThreadPoolExecutor(max_workers=1, thread_name_prefix="book")
        self.slow = ThreadPoolExecutor(max_workers=1, thread_name_prefix="slow")

    def close(self) -> None:
        """Let what runs finish, and start nothing more."""
        self.book.shutdown()
        self.slow.shutdown(cancel_futures=True)
