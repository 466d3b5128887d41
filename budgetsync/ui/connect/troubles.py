"""What a person can do about an error here: the errors' own words are about syncs and settings."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from budgetsync.domain.errors import BudgetSyncError, Offline, ProviderRejected, TransientError, Trouble

translate = QCoreApplication.translate
_REFUSED_KEYS = "INVALID_API_KEYS"


def is_about_keys(error: BudgetSyncError) -> bool:
    """Tell whether it is the keys that the provider does not accept, or that there are none."""
    return isinstance(error, ProviderRejected) and error.provider_code in {"", _REFUSED_KEYS}


def trouble_here(error: BudgetSyncError) -> Trouble:
    """Say what to do on this page."""
    if isinstance(error, Offline):
        action = translate("Connect", "Check the network, then try again.")
    elif isinstance(error, TransientError):
        action = translate("Connect", "Wait a little, then try again.")
    elif is_about_keys(error):
        action = translate("Connect", "Enter the keys anew.")
    else:
        return error.trouble
    return replace(error.trouble, action=action)
