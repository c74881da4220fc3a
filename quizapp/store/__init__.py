"""The learner's file: an append-only log of attempts, and tables that can be rebuilt from it."""
