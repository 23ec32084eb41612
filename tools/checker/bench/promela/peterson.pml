/* models/peterson.ts, step for step. N: how many contenders. */
byte level[N];
byte last[N];

#define TOP (N - 1)
#define IS_BEHIND (other == _pid || level[other] < height)

active [N] proctype contender()
{
	byte height, other;

	do
	:: height = 1;
climb:	   level[_pid] = height;
	   last[height] = _pid;
	   do
	   :: d_step { last[height] != _pid && height < TOP -> height++ };
	      goto climb
	   :: d_step { last[height] != _pid && height == TOP -> height = 0 };
	      break
	   :: last[height] == _pid;
	      do
	      :: d_step { !IS_BEHIND -> other = 0 };
	         break
	      :: d_step { IS_BEHIND && other < TOP -> other++ }
	      :: d_step { IS_BEHIND && other == TOP && height < TOP -> other = 0; height++ };
	         goto climb
	      :: d_step { IS_BEHIND && other == TOP && height == TOP -> other = 0; height = 0 };
	         goto critical
	      od
	   od;
critical:  level[_pid] = 0
	od
}
