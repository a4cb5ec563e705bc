"""The native window, where there is one."""
