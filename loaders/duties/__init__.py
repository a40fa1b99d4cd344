"""What somebody is asked to do, found in one kind of layout by each module; and who leads an item."""
