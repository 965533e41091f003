#!/usr/bin/env perl
# Debian's Business::Hours asked what `bin/bench sla` asks: when four hours of Monday to Friday, 09:00 to 17:00, are used
# up. First argument: how many questions; the instants and the holidays (dates) come a line each on standard input.
# Prints how many questions it answers a second, and how many answers lay within a second of the due beside the instant.
use strict;
use warnings;
use Business::Hours;
use Time::HiRes qw(clock_gettime CLOCK_MONOTONIC);

my $most = shift // 100;
my (@starts, @dues, @holidays);
while (<STDIN>) {
  chomp;
  if (/^(\d+) (\d+)$/) { push @starts, $1; push @dues, $2 }
  elsif (/^\d{4}-\d\d-\d\d$/) { push @holidays, $_ }
}
splice @starts, $most;

my $hours = Business::Hours->new;
$hours->business_hours(
  (map { $_ => {Name => $_, Start => '09:00', End => '17:00'} } 1 .. 5),
  (map { $_ => {Name => $_, Start => undef, End => undef} } 0, 6),
  holidays => \@holidays);

my ($best, $agree) = (0, 0);
for my $round (1 .. 2) {
  $agree = 0;
  my $begun = clock_gettime(CLOCK_MONOTONIC);
  for my $i (0 .. $#starts) {
    my $due = $hours->add_seconds($starts[$i], 4 * 3600);
    $agree++ if abs($due - $dues[$i]) <= 1;
  }
  my $rate = @starts / (clock_gettime(CLOCK_MONOTONIC) - $begun);
  $best = $rate if $rate > $best;
}
printf "%.3f %.4f\n", $best, $agree / @starts;
