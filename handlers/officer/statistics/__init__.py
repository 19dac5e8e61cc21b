"""Figures for supervisors, and what of them officers enter."""
