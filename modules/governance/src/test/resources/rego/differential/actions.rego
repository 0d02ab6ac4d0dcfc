# Found by name.
package differential.actions

read := "reads" if input.level > 1

write := {"writes": input.key}

remove contains role if some role in input.roles
