package writ.authz

session_decision := permitted("create_session_granted", ["sessions.role_may_open"], touching_nothing) if {
	may("create_session")
}

else := refused("action_not_granted", ["sessions.role_may_open"])
