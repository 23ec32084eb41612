#include <stdio.h>

int main(void)
{
	puts("TAP version 13\n1..1\nok 1 light");
	return 0;
}
