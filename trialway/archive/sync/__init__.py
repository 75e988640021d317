"""A registry kept up with: plan, fetch into the spool, verify, publish. Killed anywhere, it is carried on."""
