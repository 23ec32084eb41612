/* models/detach.ts, step for step. T: how many tasks; E: how many engines. */
#define NONE 0

/* attachments[t * E + e] is that of engine e on task t */
typedef Attachment {
	byte state;	/* NONE, ATTACHED, GONE */
	byte events;	/* NONE, SOME, QUIESCE */
	byte ops	/* NONE, OWN, DETACHED */
};
#define ATTACHED 1
#define GONE 2
#define SOME 1
#define QUIESCE 2
#define OWN 1
#define DETACHED 2

/* of a task */
#define ALIVE 0
#define DYING 1
#define REAPED 2

Attachment attachments[T * E];
bool locked[T];
bool killed[T];
byte life[T];
byte reporting[T];	/* 0, or an engine + 1 */
bool unloaded[E];

#define here attachments[t * E + e]

inline take(t) { d_step { !locked[t] -> locked[t] = true } }

inline forget(t, e, with) { here.state = with; here.ops = NONE; here.events = NONE }

inline report(t, e)
{
	do
	:: d_step { e < E && here.state != ATTACHED -> e++ }
	:: d_step { e == E -> e = 0 };
	   break
	:: e < E && here.state == ATTACHED;
	   reporting[t] = e + 1;
	   if
	   :: here.events == NONE
	   :: here.events != NONE;
	      if
	      :: here.ops != OWN
	      :: here.ops == OWN;
	         assert(!unloaded[e]);
	         assert(!unloaded[e])
	      fi
	   fi;
	   d_step { reporting[t] = 0; e++ }
	od
}

inline remove_detached(t, e)
{
	take(t);
	do
	:: d_step { e == E -> e = 0; locked[t] = false };
	   break
	:: d_step { e < E && here.state == ATTACHED && here.ops == DETACHED -> forget(t, e, NONE); e++ }
	:: d_step { e < E && !(here.state == ATTACHED && here.ops == DETACHED) -> e++ }
	od
}

inline reap(t, e)
{
	do
	:: d_step { e == E -> e = 0; locked[t] = false };
	   break
	:: d_step { e < E && here.state == ATTACHED -> forget(t, e, GONE); e++ }
	:: d_step { e < E && here.state != ATTACHED -> e++ }
	od
}

active [T] proctype task()
{
	byte e;

	do
	:: killed[_pid];
	   break
	:: !killed[_pid];
	   report(_pid, e);
	   remove_detached(_pid, e)
	od;
	take(_pid);
	life[_pid] = DYING;
	locked[_pid] = false;
	report(_pid, e);
	take(_pid);
	life[_pid] = REAPED;
	reap(_pid, e);
end_task:
	false	/* a process that ends would be one more step */
}

active [E] proctype controller()
{
	byte t;
#define e (_pid - T)

	do
	:: take(t);
	   if
	   :: life[t] != ALIVE
	   :: d_step { life[t] == ALIVE -> here.state = ATTACHED; here.ops = OWN };
	      locked[t] = false;
	      take(t);
	      if
	      :: here.ops != OWN
	      :: d_step { here.ops == OWN -> here.events = SOME }
	      fi
	   fi;
	   if
	   :: d_step { t < T - 1 -> locked[t] = false; t++ }
	   :: d_step { t == T - 1 -> locked[t] = false; t = 0 };
	      break
	   fi
	od;
	do
	:: take(t);
	   if
	   :: here.state != ATTACHED || life[t] == REAPED;
	      goto unlock
	   :: here.state == ATTACHED && life[t] == DYING;
	      locked[t] = false;
	      if
	      :: d_step { here.state == GONE && t < T - 1 -> t++ }
	      :: d_step { here.state == GONE && t == T - 1 -> t = 0 };
	         break
	      fi
	   :: d_step { here.state == ATTACHED && life[t] == ALIVE -> here.ops = DETACHED };
	      here.events = QUIESCE;
	      if
	      :: reporting[t] == e + 1;
	         locked[t] = false;
	         if
	         :: d_step { reporting[t] != e + 1 && t < T - 1 -> t++ }
	         :: d_step { reporting[t] != e + 1 && t == T - 1 -> t = 0 };
	            break
	         fi
	      :: reporting[t] != e + 1;
unlock:	         if
	         :: d_step { t < T - 1 -> locked[t] = false; t++ }
	         :: d_step { t == T - 1 -> locked[t] = false; t = 0 };
	            break
	         fi
	      fi
	   fi
	od;
	unloaded[e] = true;
end_controller:
	false
}

active [T] proctype killer()
{
	killed[_pid - T - E] = true;
end_killer:
	false
}

/* For the measurement of liveness. */
#ifdef LTL
#if E == 1
ltl completes { <> unloaded[0] }
#else
ltl completes { <> (unloaded[0] && unloaded[1]) }
#endif
#endif
