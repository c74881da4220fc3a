"""The command line: it parses arguments, wires things together and prints."""
