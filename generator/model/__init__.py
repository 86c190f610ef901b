"""The values that flow through the build: frozen dataclasses, nothing that reads or decides."""
