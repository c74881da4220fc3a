"""The app in a full terminal: screens, widgets, and the wiring between them."""
