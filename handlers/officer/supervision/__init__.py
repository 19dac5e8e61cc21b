"""Dual assignment and supervision (plan 四(八)): what officers and leaders do about it."""
