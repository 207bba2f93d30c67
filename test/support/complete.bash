# bash complete.bash LINE…: prints what is offered for each line, and then the line behind `> `.
source <(rutte-tally completion bash)
breaks=$' \t\n"\'@><=;|&(:'
for line in "$@"; do
  COMP_WORDBREAKS=$breaks COMP_LINE=$line COMP_POINT=${#line} COMPREPLY=()
  # What readline takes for the word: all behind the last break, and that break too if it is `@`.
  word=${line##*[$breaks]}
  [[ $line == *@"$word" ]] && word=@$word
  _rutte_tally rutte-tally "$word" ''
  ((${#COMPREPLY[@]})) && printf '%s\n' "${COMPREPLY[@]}"
  printf '> %s\n' "$line"
done
