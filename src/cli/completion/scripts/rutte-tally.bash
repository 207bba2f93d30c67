# bash completion for rutte-tally, for bash 3.2 and later.
# What is offered comes from the program itself. Nothing that it says, and nothing on the line, is evaluated.

_rutte_tally() {
  local answer=() files=() rosters=() how line
  while IFS= read -r line; do
    answer+=("$line")
  done <<<"$(command rutte-tally __complete bash -- \
    "${COMP_LINE:0:COMP_POINT}" "${COMP_LINE:COMP_POINT}" "${COMP_WORDBREAKS-}" 2>/dev/null)"
  how=${answer[0]-}
  COMPREPLY=("${answer[@]:1}")
  [[ $how == *open ]] && compopt -o nospace 2>/dev/null
  [[ $how == [0-9]* ]] || return 0

  # Rosters and folders; every file where there are none.
  while IFS= read -r line; do
    [[ -n $line ]] || continue
    files+=("$line")
    [[ $line == *.yaml || $line == *.yml || $line == *.json || -d $line ]] && rosters+=("$line")
  done <<<"$(compgen -f -- "${2-}")"
  ((${#rosters[@]})) && files=("${rosters[@]}")
  ((${#files[@]})) || return 0
  compopt -o filenames 2>/dev/null
  COMPREPLY+=("${files[@]}")
}

complete -F _rutte_tally rutte-tally
