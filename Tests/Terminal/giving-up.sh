# Terminal tests of work that a person gives up: the processor is free soon after.
# Tests/Terminal/run reads this file; its hands and eyes are used here.

# Articles about which a question takes a while, made once.
many_figures() {
  [[ -d $scratch/figures ]] && return
  mkdir -p "$scratch/figures"
  awk -v folder="$scratch/figures" 'BEGIN {
    for (i = 0; i < 1500; i++) {
      file = sprintf("%s/%04d.txt", folder, i)
      for (j = 0; j < 6; j++)
        printf "At least %d people were freed in Town %d on Monday, Ann Lee%d of Group %d said. Ministry %d said %d were hurt.\n\n", i + j, i % 300, i, j, i % 90, j * 7 + i % 50 > file
      close(file)
    }
  }'
  for i in {1..400}; do echo 'conflicts'; echo 'reuse'; done > "$scratch/again.hearsay"
}

# Hundredths of seconds that the program has used.
used() { sed 's/^.*) //' "/proc/$(cat "$scratch/pid")/stat" | awk '{ print $12 + $13 }'; }

# Half a second after the prompt nothing goes on behind it.
see_rest() {
  local before after
  sleep 0.5
  before=$(used); sleep 1; after=$(used)
  [[ $((after - before)) -le 25 ]] || fail "behind the prompt after '$1': $((after - before)) hundredths in a second"
}

# What counts words for Tab has ended.
wait_for_rest() {
  local before=-1
  until [[ $(used) -le $((before + 2)) ]]; do before=$(used); sleep 0.5; done
}

test_given_up_work_ends() {
  local line
  [[ -r /proc/self/stat ]] || { echo 'skipped given_up_work_ends: no /proc'; return; }
  many_figures; many_articles
  open 80 24; start
  ask 'set pager off'
  type_line "load $scratch/figures"; see '^ *now 1500 articles' 120; see_prompt
  wait_for_rest
  for line in 'compare freed' 'conflicts' 'corroborated' "run $scratch/again.hearsay" "load $scratch/many"; do
    keys C-l; run_line "$line"
    keys C-c; see_prompt; see_rest "$line"
  done
  # The answers are those of a session in which nothing was given up.
  keys C-l; ask 'compare freed top 3 to given-up.txt'
  type_line 'quit'; see_last 'ready:'
  start
  type_line "load $scratch/figures"; see '^ *now 1500 articles' 120; see_prompt
  keys C-l; ask 'compare freed top 3 to whole.txt'
  cmp "$scratch/given-up.txt" "$scratch/whole.txt" || fail 'what was given up changes an answer'
}

# The first Ctrl-C while the program starts goes on to the prompt, another leaves; whichever comes
# first, the terminal is as it was.
test_ctrl_c_twice_at_the_start() {
  many_articles
  open 80 24
  type_line "stty -g > $scratch/before"
  type_line "clear; $program $scratch/many"; sleep 1.5
  keys C-c; sleep 0.1; keys C-c
  wait_until '[[ "$(last_line)" == "ready:" || "$(last_line)" == "${prompt% }" ]]' || fail 'neither has left nor goes on'
  if [[ "$(last_line)" == "${prompt% }" ]]; then keys C-d; see_exit 0; else see_exit 130; fi
  type_line "stty -g > $scratch/after; echo written"; see '^written'
  cmp -s "$scratch/before" "$scratch/after" || fail 'the modes of the terminal have changed'
}

# While a command loads, Ctrl-C after Ctrl-C at the prompt that has come only asks for a new line.
test_ctrl_c_again_after_a_load() {
  many_articles
  open 80 24; start
  run_line "load $scratch/many"
  keys C-c; see 'interrupted'; see_prompt
  keys C-c; sleep 0.2; keys C-c; see_prompt
  ask 'status'; see '^ +articles +0$'
  run_line "load $scratch/many"
  keys C-c; sleep 0.05; keys C-c; see_prompt
  ask 'status'; see '^ +articles +0$'
  keys C-d; see_last 'ready:'; see_exit 0
}
