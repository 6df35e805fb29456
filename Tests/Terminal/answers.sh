# Terminal tests of what becomes of a tall answer, of other programs, and of long loads.
# Tests/Terminal/run reads this file; its hands and eyes are used here.

# `story` [VARIABLE=VALUE…]: the program with the first seed.
story() {
  start "$@"
  ask "load $stories/seeds/venezuela"
}

# A tall answer is shown by the page, its beginning first; then the prompt is there again.
test_pager() {
  open 80 24; story
  type_line 'compare released'
  see '^released: running total of prisoners'
  see '^:'
  keys q; see_prompt
}

test_pager_off() {
  open 80 24; story
  ask 'set pager off'
  ask 'compare released'
  see '^next: `why '
}

# No program for long texts, or one that is not there: everything is simply printed.
test_pager_missing() {
  open 80 24; story PAGER=/nowhere/pager
  ask 'compare released'
  see '^next: `why '
}

test_pager_accessible() {
  open 80 24; story HEARSAY_ACCESSIBLE=1
  ask 'compare released'
  see 'next: `why '
}

# Words that were asked for stand whole in a narrow window, and the place beside them opens.
test_narrow_answer() {
  open 60 40; story
  ask 'who said 56'; see '^  84 .* d3:23$'; see '^ +Monday evening\.$'
  see 'd3 is d3-signal-wire\.txt'
  keys C-l; ask 'show d3:23'; see '^d3-signal-wire\.txt:23$'; see '^ +56 freed political prisoners on its list as of Monday$'
}

# An answer goes to another program, which has the terminal for itself.
test_pipe() {
  open 80 24; story
  ask 'claims as jsonl | wc -l'; see '^[0-9]+$'; see_prompt
  ask 'claims | head -n 1'; see '^[0-9]+ claims$'; see_prompt
  ask 'claims | false'; see 'the program ended with status 1'; see_prompt
  run_line '!sleep 30'; keys C-c; see 'ended by signal 2'; see_prompt
}

# `next:` at a terminal, and a row by its number.
test_rows_and_next() {
  open 80 40; story
  ask 'who said 56'; see '^next: `trace '
  ask 'trace @1'; see 'the first that is dated'
  ask 'when 56'; see '2026-01-12'
}

# One screen of help at the size a terminal begins with.
test_help_screen() {
  open 80 24; start
  ask 'help'; see '^  look around'; see '31 is a claim'; see_prompt
  type_line 'help compare'; see 'set side by side'; keys q; see_prompt
}

# A load of over half a second says how far it is, and leaves nothing behind.
test_progress() {
  open 80 24; start
  mkdir -p "$scratch/progress"
  awk -v folder="$scratch/progress" 'BEGIN {
    for (number = 1; number <= 4000; number++) {
      file = folder "/" number ".txt"
      for (line = 1; line <= 12; line++)
        printf "Police said %d people were killed on Tuesday, and the mayor of Brask denied it.\n", \
          number * line > file
      close(file)
    }
  }'
  type_line "load $scratch/progress"
  see 'reading: [0-9]+ of 4000 articles|looking for text in common' 20
  wait_until '[[ "$(last_line)" == "${prompt% }" ]]' 60 || fail 'the load does not end'
  see 'now 4000 articles'
  ! screen | grep -q 'reading:' || fail 'the progress is left behind'
}
