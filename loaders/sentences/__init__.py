"""What sentences say: of people at a meeting, of bodies and their officers."""
