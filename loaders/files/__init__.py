"""What formats share in opening files: packages of parts, and how bytes are turned into words."""
