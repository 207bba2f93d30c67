# fish complete.fish LINE…: prints what is offered for each line, and then the line behind `> `.
source (rutte-tally completion fish | psub)
for line in $argv
    complete -C $line
    printf '> %s\n' $line
end
