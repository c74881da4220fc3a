"""Short lessons from source documents, and questions whose every answer is traced to a sentence."""

__version__ = "0.1.0"
