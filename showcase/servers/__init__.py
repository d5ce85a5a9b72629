"""Configurations for the servers that hold the site: nginx, Apache, and hosts that read `_headers`."""
