"""The build step: the YAML rows, inflected and compiled into the one file that is loaded."""
