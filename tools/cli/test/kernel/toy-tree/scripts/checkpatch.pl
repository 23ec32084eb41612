# Of a patch: what looks bad.
my $found = 0;
@ARGV = grep { !/^--/ } @ARGV;
while (<>) {
	if (/^\+.*UGLY/) {
		print "$ARGV:$.: ERROR:UGLY: do not be ugly\n";
		$found = 1;
	}
}
exit $found;
