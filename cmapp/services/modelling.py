"""How metrics go together over weeks: principal components, or a linear regression (EX-04).

With what one must know to believe them. Needs numpy, which is imported when it is asked for.
It shows what goes together; it does not show what causes what.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cmapp.domain import student
from cmapp.domain.errors import Rejected
from cmapp.system.later import later

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
else:
    np = later("numpy")

FEWEST_ROWS: Final = 10
ROWS_PER_COLUMN: Final = 3
SPARE_ROWS: Final = 10
"""A regression keeps at least so many rows beyond its coefficients."""
HIGH_VIF: Final = 10.0
HIGH_CONDITION: Final = 30.0
"""From where on coefficients mean little: Belsley, Kuh & Welsch (1980), Regression Diagnostics."""


@dataclass(frozen=True, slots=True)
class Components:
    """Principal components of standardised columns, the strongest first.

    `explained`: the share of the variance of each. `loadings[k][j]`: the correlation of column j
    with component k. `weights`: the first component's shares, as weights for an index.
    """

    rows: int
    explained: tuple[float, ...]
    loadings: tuple[tuple[float, ...], ...]
    weights: tuple[float, ...]
    condition: float


@dataclass(frozen=True, slots=True)
class Line:
    """A linear regression. The first coefficient is the intercept.

    `low` and `high`: 95 % intervals by Student's t with `spare` degrees of freedom. `vif`: how
    much the variance of each column's coefficient is blown up by the other columns. `condition`:
    of the standardised columns.
    """

    rows: int
    spare: int
    coefficients: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    r2: float
    adjusted: float
    residual_sd: float
    vif: tuple[float, ...]
    condition: float
    warnings: tuple[str, ...]


def components(rows: Sequence[Sequence[float]], names: Sequence[str]) -> Components:
    """Return the principal components. Raises Rejected (`too_few_rows`, `flat_metric`)."""
    columns = len(names)
    _enough(len(rows), max(FEWEST_ROWS, ROWS_PER_COLUMN * columns))
    z = _standardised(np.array(rows, dtype=float), names)
    _, found, axes = np.linalg.svd(z, full_matrices=False)
    variance = found**2 / (len(rows) - 1)
    explained = variance / variance.sum()
    turned = axes * np.sign(axes[np.arange(len(axes)), np.abs(axes).argmax(axis=1)])[:, None]
    loadings = turned * np.sqrt(variance)[:, None]
    first = np.abs(turned[0])
    return Components(
        len(rows), _told(explained), tuple(_told(one) for one in loadings),
        _told(first / first.sum()), _condition(found),
    )  # fmt: skip


def line(rows: Sequence[Sequence[float]], target: Sequence[float], names: Sequence[str]) -> Line:
    """Return the regression of `target` on the columns.

    Raises Rejected (`too_few_rows`, `flat_metric`, `same_metrics`): too little to go by, a column
    that never changes, columns that say the same.
    """
    n, k = len(rows), len(names)
    _enough(n, k + 1 + SPARE_ROWS)
    x, y = np.array(rows, dtype=float), np.array(target, dtype=float)
    z = _standardised(x, names)
    singular = np.linalg.svd(z, compute_uv=False)
    if singular[-1] <= 1e-9 * singular[0]:
        raise Rejected("same_metrics", field="metrics", value=", ".join(names)[:120])
    # on standardised columns, whose sizes do not matter, then turned back
    design = np.column_stack([np.ones(n), z])
    q, r = np.linalg.qr(design)
    inner = np.linalg.solve(r, q.T @ y)
    mean, sd = x.mean(axis=0), x.std(axis=0, ddof=1)
    back = np.eye(k + 1)
    back[0, 1:] = -mean / sd
    back[1:, 1:] = np.diag(1 / sd)
    beta = back @ inner
    residuals = y - design @ inner
    spare = n - k - 1
    rest = float(residuals @ residuals)
    total = float(((y - y.mean()) ** 2).sum())
    sigma2 = rest / spare
    half_r = back @ np.linalg.inv(r)
    errors = np.sqrt(sigma2 * (half_r**2).sum(axis=1))
    edge = student.quantile(0.975, spare)
    r2 = 1 - rest / total if total > 0 else 0.0
    vif = np.diag(np.linalg.inv(z.T @ z / (n - 1)))
    condition = _condition(singular)
    warnings = []
    if vif.max() > HIGH_VIF:
        warnings.append("alike")
    if condition > HIGH_CONDITION:
        warnings.append("shaky")
    return Line(
        n, spare, _told(beta), _told(beta - edge * errors), _told(beta + edge * errors), r2,
        1 - (1 - r2) * (n - 1) / spare, float(np.sqrt(sigma2)), _told(vif), condition,
        tuple(warnings),
    )  # fmt: skip


def _enough(have: int, least: int) -> None:
    if have < least:
        raise Rejected("too_few_rows", field="weeks", size=have, limit=least)


def _standardised(x: Numbers, names: Sequence[str]) -> Numbers:
    sd = x.std(axis=0, ddof=1)
    for name, spread, mean in zip(names, sd, x.mean(axis=0), strict=True):
        if spread <= 1e-12 * max(1.0, abs(mean)):
            raise Rejected("flat_metric", field="metrics", value=name[:60])
    made: Numbers = (x - x.mean(axis=0)) / sd
    return made


def _condition(singular: Any) -> float:
    return float(singular[0] / max(singular[-1], 1e-300))


def _told(values: Any) -> tuple[float, ...]:
    return tuple(float(v) for v in values)
