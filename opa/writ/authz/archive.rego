package writ.authz

# Who may look at recorded runs: those of the whole tenant, or one's own. The archive carries the difference out.
archive_decision := permitted("archive_all", ["archive.role_reads_all"], touching_nothing) if archive_reach("all")

else := permitted("archive_own", ["archive.role_reads_own"], touching_nothing) if archive_reach("own")

else := refused("action_not_granted", ["archive.role_reads_own"])

archive_reach(which) if {
	some name in held_roles
	data.writ.authz.roles[name].archive == which
}
