package actions

read := "reads"

write := "writes" if input.level > 5
