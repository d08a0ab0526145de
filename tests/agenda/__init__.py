"""Calendars: files, their subscribers, pages."""
