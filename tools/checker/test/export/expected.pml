/*
 * sample
 * quiesce export promela sample
 *
 * spin -a -o2 -o3 FILE && gcc -O2 -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -c0 -m2000000
 *
 * counts the states of quiesce, and as many transitions where nothing fails or is broken, less the one that Spin counts for the
 * initial state. An assertion that is violated is a promise that is broken; an invalid end state is a deadlock.
 * A state is what the variables hold and where the processes stand; each d_step is a step of a process.
 */

byte T0_reporting = 0;	/* T0.reporting: 0 null, 1 E0, 2 E1 */
bit lock = 0;	/* lock: 0 free, 1 taken */
byte if_2 = 0;	/* if: 0 0, 1 1, 2 2, 3 3 */
bit seen = 0;	/* of a property; seen: 0 no, 1 yes */

active proctype reporter()
{
at_0_report: /* reporter.ts:1:3, in target > report, local */
	if
	:: d_step { lock == 0 -> lock = 1 /* taken */ };
		goto at_1_startCallback;
	fi;
at_1_startCallback: /* reporter.ts:2:3, in target > report > startCallback, local */
	if
	:: d_step { true -> T0_reporting = 1 /* E0 */ };
		goto at_2_target;
	:: d_step { true -> T0_reporting = 2 /* E1 */ };
		goto at_2_target;
	fi;
at_2_target: /* reporter.ts:3:3, in target, local */
	if
	:: d_step { true -> /* callbackEnds(E0) */
			lock = 0 /* free */
			; if
			:: T0_reporting == 1 ->
				seen = 1 /* yes */
			:: T0_reporting == 2 ->
				assert(false) /* report/once */
			:: else
			fi
		};
		goto end_3;
	fi;
end_3: /* reporter.ts:4:3, end */
	false;
}

active proctype controller()
{
at_0: /* controller* /.ts:1:3, local */
	if
	:: d_step { if_2 == 0 -> if_2 = 1 /* 1 */ };
		goto at_0;
	:: d_step { if_2 == 3 -> assert(false) /* the model fails: out of "range" */ };
		goto at_0;
	:: d_step { (if_2 == 1 || if_2 == 2) -> if_2 = 3 /* 3 */ };
		goto at_1;
	fi;
at_1: /* controller* /.ts:2:3, local */
	if
	:: d_step { T0_reporting != 2 -> skip };
		goto end_2;
	fi;
end_2: /* controller* /.ts:3:3, end */
	false;
}

active proctype watch() /* what must hold in every state, and at the end of every run */
{
end_watch:
	do
	:: d_step { seen == 1 && T0_reporting == 1 -> assert(false) /* report/once */ }
	:: d_step { timeout && seen == 0 -> assert(false) /* report/once */ }
	od
}
