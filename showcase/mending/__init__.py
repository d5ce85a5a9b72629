"""What can be mended without asking: form, never meaning. Comments stay where they are."""
