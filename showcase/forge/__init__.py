"""What a forge does with proposals: a preview of a pull request, its comment, and profiles that come as issues."""
