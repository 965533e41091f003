/** Starts what follows under strace, with this done to these of its system calls. */
export const traced = (...expressions) => [
  ...["strace", "-D", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null"],
  ...["-E", "ASAN_OPTIONS=detect_leaks=0"], // it cannot look for leaks while it is traced
  ...expressions.flatMap((expression) => ["-e", expression]),
];
