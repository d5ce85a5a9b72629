"""Problems as text for people, as annotations of a pull request, as JSON for programs, as a page."""
