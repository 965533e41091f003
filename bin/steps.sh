# Sourced by bin/test and bin/test-nightly: how a step is run, timed, counted and reported.

reports=$root/build/test
step_minutes=${PUNCTUAL_STEP_MINUTES:-15}
chosen=() passed=0 failed=0 known=()

is_chosen() {
  [ ${#chosen[@]} = 0 ] && return 0
  local name
  for name in "${chosen[@]}"; do [ "$name" = "$1" ] && return 0; done
  return 1
}

# step NAME KIND COMMAND… — KIND is how tools/tally counts its cases. A command may be a function of this file.
step() {
  local name=$1 kind=$2 log=$reports/$1.log status start=$SECONDS counts ok bad
  shift 2
  known+=("$name")
  [ "${listing:-}" ] && return
  is_chosen "$name" || return
  rm -f "$reports/$name".*
  printf '%-10s ' "$name"
  (
    cd "$root" || exit 1
    step_name=$name
    "$@"
  ) >"$log" 2>&1 </dev/null
  status=$?
  counts=$(python3 "$root/tools/tally/tally.py" "$kind" "$status" "$log" $(cat "$reports/$name.reports" 2>/dev/null))
  read -r ok bad <<<"${counts:-0 1}"
  passed=$((passed + ok)) failed=$((failed + bad))
  printf '%6d passed' "$ok"
  [ "$bad" = 0 ] || printf ', %d FAILED' "$bad"
  printf '  %d s\n' $((SECONDS - start))
  [ "$bad" = 0 ] || failed_output "$name" "$log"
}

# on_request NAME KIND COMMAND… — a step that runs only where it is named.
on_request() {
  [ "${listing:-}" ] || [ ${#chosen[@]} -gt 0 ] || return 0
  step "$@"
}

failed_output() {
  printf -- '--- %s, the end of %s\n' "$1" "${2#"$root"/}"
  tail -n 100 "$2"
  printf -- '---\n'
}

within_time() { timeout --kill-after=10 $((step_minutes * 60)) "$@"; }

# programs PRESET [FOLDER…] — builds and runs the unit tests of these folders, of all when none is named.
programs() {
  local preset=$1 wanted program report status=0
  shift
  wanted=("${@/#/test_}")
  bin/build "$preset" build.ninja || return
  local existing
  existing=$(ninja -C "build/$preset" -t targets all | sed -n 's/^\(test_[a-z_]*\): .*/\1/p' | sort -u)
  if [ ${#wanted[@]} = 0 ]; then mapfile -t wanted <<<"$existing"
  else mapfile -t wanted < <(printf '%s\n' "${wanted[@]}" | grep -xF "$existing"); fi
  [ -n "${wanted[*]}" ] || return 0
  printf '%s ' "${wanted[@]/#/$reports/$step_name.}" >"$reports/$step_name.reports"
  bin/build "$preset" "${wanted[@]}" || return
  export UBSAN_OPTIONS=print_stacktrace=1 TSAN_OPTIONS=halt_on_error=1
  for program in "${wanted[@]}"; do
    report=$reports/$step_name.$program
    within_time "build/$preset/$program" --gtest_brief=1 --gtest_output="json:$report" || status=1
  done
  return $status
}

# journeys GLOB — Node's test runner over the files the glob names; each file is a process of its own.
journeys() {
  local files
  mapfile -t files < <(compgen -G "$1")
  [ ${#files[@]} -gt 0 ] || { echo "no test under $1"; return 1; }
  within_time node --disable-warning=ExperimentalWarning --test --test-reporter=spec --test-concurrency=1 --test-timeout=300000 "${files[@]}"
}

# fuzzed SECONDS — each target of tests/fuzz that long, all at once, from its corpus copied to build/. A crash, a leak or
# ten seconds over one input fail the target and show the input.
fuzzed() {
  local seconds=$1 folder=$root/build/fuzzed source name passed=0 failed=0
  local -A running
  bin/build fuzz fuzz || return
  rm -rf "$folder"
  for source in tests/fuzz/*.cpp; do
    name=$(basename "$source" .cpp)
    mkdir -p "$folder/$name/corpus"
    cp -r "tests/fuzz/corpus/$name/." "$folder/$name/corpus"
    "build/fuzz/fuzz_$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=4096 -verbosity=0 \
      -print_final_stats=1 -dict=tests/fuzz/protocol.dict -artifact_prefix="$folder/$name/" "$folder/$name/corpus" \
      >"$folder/$name/log" 2>&1 &
    running[$name]=$!
  done
  for name in "${!running[@]}"; do
    if wait "${running[$name]}"; then
      passed=$((passed + 1))
      echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$folder/$name/log") inputs"
    else
      failed=$((failed + 1))
      grep -v '^stat::' "$folder/$name/log"
      fuzz_inputs "$name"
    fi
  done
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ]
}

# The inputs that failed a target of fuzzed: where they are, and as text.
fuzz_inputs() {
  local input
  for input in "$root/build/fuzzed/$1"/*-*; do
    [ -f "$input" ] || continue
    echo "$1 fails on ${input#"$root"/}; again: build/fuzz/fuzz_$1 ${input#"$root"/}"
    head -c 4096 "$input" | cat -v
    echo
  done
}

# python_tests GLOB — Python's unittest over each file the glob names.
python_tests() {
  local file status=0
  for file in $1; do python3 "$file" || status=1; done
  return $status
}

# oracle CASES SEED — the batch on cases drawn by chance and answered apart, after the one who answers has answered the
# sample. A mismatch names its seed in its id; the same seed draws the same cases.
oracle() {
  local cases=$reports/$step_name.jsonl
  python3 tests/sla/check.py --cmd 'python3 tests/sla/oracle.py' --vectors tests/sla/sample.jsonl || return
  python3 tests/sla/generate.py --cases "$1" --seed "$2" >"$cases" || return
  python3 tests/sla/check.py --cmd 'build/release/punctual sla batch' --vectors "$cases"
}

steps_named() { listing=yes steps; say "steps: ${known[*]}"; }

run_steps() {
  chosen=("$@")
  listing=yes steps
  local name
  for name in "$@"; do
    printf '%s\n' "${known[@]}" | grep -qxF "$name" || die "no step is named '$name'; there are: ${known[*]}"
  done
  mkdir -p "$reports"
  unset listing
  steps
  printf '%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" = 0 ]
}
