"""Rows as Parquet: typed columns, unknown is null, written batch by batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO, cast

from cmapp.services.open_data import Column


class _Careful:
    """A file for the library, which does not survive an error while it writes: kept till later."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.failed: OSError | None = None

    def write(self, data: bytes) -> int:
        if self.failed is None:
            try:
                self._file.write(data)
            except OSError as problem:
                self.failed = problem
        return len(data)

    def flush(self) -> None:
        if self.failed is None:
            try:
                self._file.flush()
            except OSError as problem:
                self.failed = problem

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def read(self, size: int = -1) -> bytes:
        raise NotImplementedError

    def close(self) -> None:
        pass  # whoever opened it closes it


def write(
    chunks: Iterable[Sequence[Sequence[Any]]],
    columns: Sequence[Column],
    file: BinaryIO,
    about: Mapping[str, str],
) -> int:
    """Write rows; returns how many. `about` goes into the file's own key-value facts.

    Raises OSError: the file cannot be written; and whatever reading the rows raises.
    """
    from arro3 import core, io  # on the day that somebody asks for it

    kinds = {
        "text": core.DataType.string(),
        "int": core.DataType.int64(),
        "time": core.DataType.timestamp("ms", tz="UTC"),
        "real": core.DataType.float64(),
    }
    schema = core.Schema([core.Field(c.name, kinds[c.type], nullable=True) for c in columns])
    careful = _Careful(file)
    counted = 0
    broken: BaseException | None = None

    def batches() -> Iterator[Any]:
        nonlocal counted, broken
        try:
            for rows in chunks:
                if careful.failed is not None:
                    return
                counted += len(rows)
                made = []
                for at, column in enumerate(columns):
                    # times are made of whole numbers: the library takes none by itself
                    plain = kinds["int" if column.type == "time" else column.type]
                    array = core.Array([row[at] for row in rows], plain)
                    made.append(array.cast(kinds["time"]) if column.type == "time" else array)
                yield core.RecordBatch.from_arrays(made, schema=schema)
        except BaseException as problem:
            broken = problem
            raise

    try:
        io.write_parquet(
            core.RecordBatchReader.from_batches(schema, batches()), cast(Any, careful),
            compression="zstd(3)", max_row_group_size=100_000, key_value_metadata=dict(about),
        )  # fmt: skip
    except Exception:
        if broken is not None:
            raise broken from None
        raise
    if careful.failed is not None:
        raise careful.failed
    return counted
