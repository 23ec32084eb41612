/* models/philosophers.ts, step for step. N: how many. */
#define left  taken[_pid]
#define right taken[(_pid + 1) % N]

bool taken[N];

active [N] proctype philosopher()
{
	do
	:: skip;
	   d_step { !left -> left = true };
	   d_step { !right -> right = true };
	   left = false;
	   right = false
	od
}
