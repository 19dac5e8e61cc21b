"""The counters of a running house, in Prometheus' text format, on this machine only."""

from collections.abc import Iterator
from contextlib import contextmanager

from casework.errors import ConfigurationError


@contextmanager
def served(port: int | None) -> Iterator[int | None]:
    """Serve them on a port of loopback (0 takes a free one) and yield it; None serves nothing.

    Raises ConfigurationError where the port is taken.
    """
    if port is None:
        yield None
        return
    from prometheus_client import start_http_server  # noqa: PLC0415 - only where it is wanted

    import nlu.rasa_client  # noqa: F401, PLC0415 - its counters stand at zero from the start

    try:
        server, thread = start_http_server(port, addr="127.0.0.1")
    except OSError as error:
        raise ConfigurationError(f"QINGXIN_METRICS_PORT: {port} ({error.strerror})") from None
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
