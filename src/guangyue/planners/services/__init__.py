"""Everything that changes what is known of planners."""
