# zsh -f complete.zsh OUT LINE…: types each line into an interactive zsh and presses tab. Writes what was offered (the word,
# a tab, how it is shown) and then the line as it is now, behind `> `.
zmodload zsh/zpty
out=$1
shift
zpty session "zsh -f -i"
# Waits until the session has said so.
answered() { local said; zpty -r session said "*$1*" }
zpty -w session "PROMPT= RPROMPT= ; unsetopt ZLE_RPROMPT_INDENT 2>/dev/null; autoload -U compinit; compinit -u -D; stty rows 200 columns 200"
zpty -w session 'source <(rutte-tally completion zsh)'
zpty -w session "out=${(q)out}"'
zstyle ":completion:*" list-separator "--"
LISTMAX=10000
compadd() {
  builtin compadd "$@"
  local code=$?
  if (( ! ${@[(I)-[OAD]]} )); then
    local -a found shown
    local at=${@[(I)-d]}
    (( at )) && shown=("${(@P)@[at+1]}")
    builtin compadd -O found "$@"
    local index
    for index in {1..$#found}; do (( $#found )) && print -r -- "$IPREFIX$found[index]"$'"'\\t'"'"$shown[index]" >>$out; done
  fi
  return code
}
said() { print -r -- "> $BUFFER" >>$out; BUFFER=; zle redisplay; print -n "DO""NE" }
zle -N said
bindkey "^I" complete-word
bindkey "^O" said
print "RE""ADY"'
answered READY
for line in "$@"; do
  zpty -n -w session "$line"$'\t\x0f'
  answered DONE
done
zpty -d session
