# Terminal tests of the completions for bash, zsh and fish, in the shells themselves.
# Tests/Terminal/run reads this file; its hands and eyes are used here.

# `shell` NAME COMMAND: another shell in the terminal, which knows the program's completions.
shell() {
  "$program" --generate-completion-script "$1" > "$scratch/completions.$1"
  open 80 30
  type_line "export PATH=$scratch/alone:\$PATH; cd $scratch/case; exec $2"
  sleep 1
}

# A folder with little in it, so that nothing else is offered.
little_folder() {
  rm -rf "$scratch/case"
  mkdir -p "$scratch/case/papers"
  echo 'Nothing.' > "$scratch/case/only-one.txt"
  echo 'events' > "$scratch/case/ask.hearsay"
}

# What every shell must offer: options, formats, commands of one word and of two, files.
offers_all() {
  type_text 'hearsay --out'; keys Tab; see '> hearsay --output$'
  keys C-u; type_text 'hearsay --output js'; keys Tab; see '> hearsay --output json$'
  keys C-u; type_text 'hearsay -c conf'; keys Tab; see '> hearsay -c conflicts$'
  keys C-u; type_text 'hearsay -c comp'; keys Tab; sleep 0.3; keys Tab Tab; see 'compatible'
  keys C-c; sleep 0.3; type_text 'hearsay -c rules'; keys Tab; type_text '\ s'; keys Tab
  see '> hearsay -c rules\\ stats$'
  keys C-u; type_text 'hearsay only'; keys Tab; see '> hearsay only-one.txt$'
  keys C-u; type_text 'hearsay -f a'; keys Tab; see '> hearsay -f ask.hearsay$'
  keys C-u; type_text 'hearsay ext'; keys Tab; see '> hearsay extract$'
  keys C-u; type_text 'hearsay extract --mani'; keys Tab; see '> hearsay extract --manifest$'
  keys C-u; type_text 'hearsay only-one.txt as'; keys Tab; see '> hearsay only-one.txt ask.hearsay$'
  keys C-u; type_text 'hearsay text on'; keys Tab; see '> hearsay text only-one.txt$'
}

test_completions_of_bash() {
  little_folder
  shell bash "bash --norc --noprofile -i"
  type_line "PS1='> '; set +o history; source $scratch/completions.bash; clear"; see '^> ?$'
  offers_all
}

test_completions_of_zsh() {
  command -v zsh >/dev/null || { echo 'skipped completions_of_zsh: zsh is missing'; return; }
  little_folder
  mkdir -p "$scratch/zsh"; cp /dev/null "$scratch/zsh/.zshrc"
  shell zsh "env ZDOTDIR=$scratch/zsh PS1='> ' zsh"
  cp "$scratch/completions.zsh" "$scratch/zsh/_hearsay"
  type_line "fpath=($scratch/zsh \$fpath); autoload -Uz compinit; compinit -D; clear"; see '^> ?$'
  offers_all
}

test_completions_of_fish() {
  command -v fish >/dev/null || { echo 'skipped completions_of_fish: fish is missing'; return; }
  little_folder
  mkdir -p "$scratch/home/.config/fish/completions"
  shell fish "fish --no-config -C 'function fish_prompt; echo -n \"> \"; end; source $scratch/completions.fish; set -g fish_greeting'"
  offers_all
}
