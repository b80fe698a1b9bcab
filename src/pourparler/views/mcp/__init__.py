"""The record's questions as tools for a language-model assistant (Model Context Protocol)."""
