"""Where things lie on this system."""

from pathlib import Path

import platformdirs

_NAME = "budgetsync"


def data_folder(environment: str) -> Path:
    """The default data folder of an environment; no two environments share one."""
    return Path(platformdirs.user_data_dir(_NAME, appauthor=False)) / environment


def is_in_default_place(folder: Path) -> bool:
    """Tell whether a data folder is one that the program chose itself, and so has to itself."""
    own = Path(platformdirs.user_data_dir(_NAME, appauthor=False))
    return folder.absolute().is_relative_to(own)


def config_folder() -> Path:
    """The folder of what belongs to the person and to no ledger."""
    return Path(platformdirs.user_config_dir(_NAME, appauthor=False))


def demo_key_path() -> Path:
    """The key of the demo bank's sealed file, outside every data folder."""
    return config_folder() / "demo.key"


def resources_folder() -> Path:
    """Icons, translations and styles: inside an installed package, beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
