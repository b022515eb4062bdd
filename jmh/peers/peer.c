/*
 * The closed form of a cyclical learning rate as a loop in C, and memset, for PeerProcess, which compiles and starts this
 * program and documents its commands.
 *
 * Arguments: c|memset mode scale_mode step_size_up step_size_down gamma base_lr max_lr first size
 */
#include <gnu/libc-version.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  double up, down, gamma, base, amplitude;
  long first, size;
} schedule;

static inline double cycle(schedule s, double n) { return floor(n / (s.up + s.down)); }

static inline double triangle(schedule s, double n) {
  double position = n - cycle(s, n) * (s.up + s.down);
  return position <= s.up ? position / s.up : (s.up + s.down - position) / s.down;
}

static void triangular(schedule s, double *restrict out) {
  for (long i = 0; i < s.size; i++) {
    double n = s.first + i;
    out[i] = s.base + s.amplitude * triangle(s, n);
  }
}

static void triangular2(schedule s, double *restrict out) {
  for (long i = 0; i < s.size; i++) {
    double n = s.first + i;
    out[i] = s.base + s.amplitude * triangle(s, n) * pow(0.5, cycle(s, n));
  }
}

static void exp_range_cycle(schedule s, double *restrict out) {
  for (long i = 0; i < s.size; i++) {
    double n = s.first + i;
    out[i] = s.base + s.amplitude * triangle(s, n) * pow(s.gamma, cycle(s, n) + 1);
  }
}

static void exp_range_iterations(schedule s, double *restrict out) {
  for (long i = 0; i < s.size; i++) {
    double n = s.first + i;
    out[i] = s.base + s.amplitude * triangle(s, n) * pow(s.gamma, n);
  }
}

/* Not zero: some processors write zeros two and a half times as fast. */
static void same_bytes(schedule s, double *restrict out) { memset(out, 0x3f, s.size * sizeof *out); }

static void (*filler(const char *name, const char *mode, const char *counts))(schedule, double *restrict) {
  int by_cycle = strcmp(counts, "cycle") == 0;
  if (strcmp(name, "memset") == 0) return same_bytes;
  if (strcmp(mode, "triangular") == 0) return triangular;
  if (strcmp(mode, "triangular2") == 0 && by_cycle) return triangular2;
  if (strcmp(mode, "exp_range") == 0) return by_cycle ? exp_range_cycle : exp_range_iterations;
  fprintf(stderr, "peer.c has no %s/%s\n", mode, counts);
  exit(1);
}

int main(int count, char **arguments) {
  if (count != 11) return fputs("peer.c takes 10 arguments\n", stderr), 1;
  double base = atof(arguments[7]);
  schedule s = {atof(arguments[4]), atof(arguments[5]), atof(arguments[6]),
                base, atof(arguments[8]) - base, atol(arguments[9]), atol(arguments[10])};
  void (*fill)(schedule, double *restrict) = filler(arguments[1], arguments[2], arguments[3]);
  double *out = malloc(s.size * sizeof *out);
  if (!out) return fputs("peer.c has no memory for its array\n", stderr), 1;
  memset(out, 0xff, s.size * sizeof *out); /* NaN; also touches every page before the first fill */
  printf("gcc %s, glibc %s\n", __VERSION__, gnu_get_libc_version());
  fflush(stdout);
  for (int command; (command = getchar()) != EOF; fflush(stdout)) {
    if (command == 'f') {
      fill(s, out);
      putchar('f');
    } else {
      fwrite(out, sizeof *out, s.size, stdout);
    }
  }
  return 0;
}
