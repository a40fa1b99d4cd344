"""What readers share while they read one paper: its sections, what was found so far, whose meeting it is and who acts."""
