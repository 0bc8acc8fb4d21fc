# Left out in the fourth build.
