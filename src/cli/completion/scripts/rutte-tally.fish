# fish completion for rutte-tally, for fish 3.4 and later.
# What is offered comes from the program itself. Nothing that it says, and nothing on the line, is evaluated.

function __rutte_tally_complete
    set -l before (commandline -opc)
    set -l all (commandline -op)
    set -l token (commandline -ct | string unescape; or commandline -ct)
    set -l behind
    # The words behind the cursor, without the one that it stands in.
    set -l skip (count $before)
    test -n "$(commandline -t)"; and set skip (math $skip + 1)
    if test (count $all) -gt $skip
        set behind $all[(math $skip + 1)..-1]
    end
    set -l index (math (count $before) - 1)
    set -l answer (command rutte-tally __complete fish -- $index $before[2..-1] "$token" $behind 2>/dev/null)
    test (count $answer) -gt 1; and printf '%s\n' $answer[2..-1]
    set -l files (string match -r '^\d+' -- "$answer[1]"); or return 0
    set -l kept (string sub -l $files -- "$token")
    set -l name (string sub -s (math $files + 1) -- "$token" | string escape -n | string replace -r '^\\\\~' '~')
    set -l found (complete -C "'' $name" | string replace -r '\t.*' '')
    # Rosters and folders; every file where there are none.
    set -l rosters (string match -r '.*(?:\.ya?ml|\.json|/)$' -- $found </dev/null)
    test (count $rosters) -gt 0; and set found $rosters
    for file in $found
        printf '%s\n' "$kept$file"
    end
end

complete -c rutte-tally -f -a '(__rutte_tally_complete)'
