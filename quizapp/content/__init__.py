"""What people author: sources, citations, lessons and the glossary, read into one immutable library."""
