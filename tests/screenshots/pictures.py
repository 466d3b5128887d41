"""Pictures on disk: small, and compared so that another antialiasing makes no difference."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageWriter

LARGEST = 72 * 1024
"""Bytes of a picture that is kept in the repository."""
_PALETTE = 48
_COMMON = 14  # grounds and texts, however near to each other: white cards on a light window
_DISTINCT = 14  # of 255, in one channel at least
_BLUR = 4  # pixels of each direction that become one before pictures are compared
_NOTICED = 40  # of 255: a difference in one place that is seen
_TOLERATED_MEAN = 0.8  # of 255
_TOLERATED_SHARE = 0.004


def save(image: QImage, path: Path) -> int:
    """Write a picture with the few colours that it is made of most, and return its bytes."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    plain.setDevicePixelRatio(1)
    table = _palette(Counter(memoryview(plain.constBits()).cast("I")))
    small = plain.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither)
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = QImageWriter(str(path), b"png")
    writer.setCompression(100)
    if not writer.write(small):
        raise OSError(writer.errorString())
    return path.stat().st_size


def _palette(shades: Counter[int]) -> list[int]:
    """Choose colours by how much there is of them, each clearly another: a status's colour is rare and matters."""
    chosen: list[int] = []
    for shade, _ in sorted(shades.items(), key=lambda each: (-each[1], each[0])):
        is_another = all(_apart(shade, other) >= _DISTINCT for other in chosen)
        if len(chosen) < _COMMON or (is_another and len(chosen) < _PALETTE):
            chosen.append(shade)
    return chosen


def _apart(one: int, other: int) -> int:
    return max(abs((one >> shift & 255) - (other >> shift & 255)) for shift in (0, 8, 16))


@dataclass(frozen=True)
class Difference:
    """How far two pictures are apart.

    Attributes:
        mean: Of all places and channels, of 255.
        share: Of the places that are clearly another colour.
        sizes: Both sizes where they differ, else "".
    """

    mean: float
    share: float
    sizes: str = ""

    @property
    def is_tolerated(self) -> bool:
        """Whether a person would call them the same."""
        return not self.sizes and self.mean <= _TOLERATED_MEAN and self.share <= _TOLERATED_SHARE

    def __str__(self) -> str:
        """Say it."""
        return self.sizes or f"mean difference {self.mean:.2f} of 255, {self.share:.2%} clearly different"


def compare(one: Path, other: Path) -> Difference:
    """Hold two pictures beside each other, a little blurred."""
    first, second = QImage(str(one)), QImage(str(other))
    if first.size() != second.size():
        return Difference(255.0, 1.0, f"{_said(first.size())} and {_said(second.size())}")
    before, after = _blurred(first), _blurred(second)
    apart = [abs(here - there) for here, there in zip(before, after, strict=True)]
    clear = sum(max(apart[at : at + 3]) > _NOTICED for at in range(0, len(apart), 3))
    return Difference(sum(apart) / len(apart), clear / (len(apart) // 3))


def _blurred(image: QImage) -> bytes:
    small = image.convertToFormat(QImage.Format.Format_RGB32).scaled(
        QSize(image.width() // _BLUR // 4 * 4, image.height() // _BLUR),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return bytes(small.convertToFormat(QImage.Format.Format_RGB888).constBits())


def _said(size: QSize) -> str:
    return f"{size.width()}x{size.height()}"
