"""What words name: a person, a post, a seat, a body, an organisation, a venue, a heading; runs of people, and what stands beside a name."""
