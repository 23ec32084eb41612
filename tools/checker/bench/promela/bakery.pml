/* models/bakery.ts, step for step. N: how many customers. */
#define LAST 5

bool choosing[N];
byte ticket[N];

#define MAY_PASS (ticket[other] == 0 || \
	(other < _pid && ticket[_pid] < ticket[other]) || \
	(other >= _pid && ticket[_pid] <= ticket[other]))
#define SEEN (ticket[other] > highest -> ticket[other] : highest)

active [N] proctype customer()
{
	byte highest, other;

	do
	:: choosing[_pid] = true;
	   do
	   :: d_step { other < N - 1 -> highest = SEEN; other++ }
	   :: d_step { other == N - 1 -> highest = SEEN; other = 0 };
	      break
	   od;
	   if
	   :: d_step { highest == LAST -> highest = 0; choosing[_pid] = false }
	   :: d_step { highest < LAST -> ticket[_pid] = highest + 1; highest = 0 };
	      choosing[_pid] = false;
	      do
	      :: d_step { other == _pid && other < N - 1 -> other++ }
	      :: d_step { other == _pid && other == N - 1 -> other = 0 };
	         break
	      :: other != _pid && !choosing[other];
	         if
	         :: d_step { MAY_PASS && other < N - 1 -> other++ }
	         :: d_step { MAY_PASS && other == N - 1 -> other = 0 };
	            break
	         fi
	      od;
	      ticket[_pid] = 0
	   fi
	od
}
