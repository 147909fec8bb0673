"""The interpreter has no threads: an executor runs each task when it is submitted."""

import concurrent.futures
import concurrent.futures.thread
from concurrent.futures import Executor, Future


class SerialExecutor(Executor):
    """In the place of ThreadPoolExecutor."""

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self._closed = False
        if initializer is not None:
            initializer(*initargs)

    def submit(self, fn, /, *args, **kwargs):
        """A future that is already done."""
        if self._closed:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = Future()
        future.set_running_or_notify_cancel()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Takes no more tasks."""
        self._closed = True


def install():
    """Leads concurrent.futures here; before s3transfer is imported, which keeps what it finds."""
    concurrent.futures.thread.ThreadPoolExecutor = SerialExecutor
    concurrent.futures.ThreadPoolExecutor = SerialExecutor


def install_for_cli():
    """`aws s3 cp` prints its results from a thread: here it does so at the end."""
    from awscli.customizations.s3.results import ResultProcessor

    ResultProcessor.start = lambda self: None
    ResultProcessor.join = lambda self, timeout=None: self.run()
