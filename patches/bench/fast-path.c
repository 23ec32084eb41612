// SPDX-License-Identifier: GPL-2.0-only
/*
 * What each design option adds to a callback, compiled for this machine: the bracket around the call and nothing of the kernel around
 * it. Where a kernel can only be emulated, this is what the processor itself says.
 *
 *	gcc -O2 -falign-functions=64 -falign-loops=64 -Wall -pthread -o fast-path fast-path.c
 *	./fast-path [-n CALLS] [-r ROUNDS]
 *
 * Every option is run in every round, each time another one first, so that what disturbs the machine disturbs all of them; compare within
 * a round. With two threads each has a processor of its own. The line with what callers share (a count, a table of
 * callbacks) is private to each thread, or one for both. Prints a line a loop and thread:
 *
 *	fast option=record callback=- threads=2 line=shared round=3 thread=0 calls=200000 ns=412345
 *
 * The functions are called loop_NAME, and what is in them can be read with objdump.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "brackets.h"

enum { MOST_THREADS = 2 };

/* The callback of the experiment: it looks whether the event is boring, and answers. */
static noinline unsigned int report_nop(unsigned int action, struct engine *engine)
{
	if (unlikely(READ_ONCE(engine->boring) == 0))
		abort();
	return action;
}

/* The same with two atomics, as they would be added to the infrastructure. */
static noinline unsigned int report_sync(unsigned int action, struct engine *engine)
{
	atomic_inc(&engine->shared->test_count);
	if (atomic_dec_and_test(&engine->shared->test_count))
		abort();
	return report_nop(action, engine);
}

#define LOOP(name, enter, leave)							\
static noinline void loop_##name(struct task *task, struct engine *engine, long calls)	\
{											\
	unsigned int action = 1;							\
											\
	while (calls--) {								\
		int entered = enter(task, engine);					\
											\
		if (likely(entered != DO_NOT_CALL)) {					\
			if (likely(READ_ONCE(engine->flags) & EVENT))			\
				action = READ_ONCE(engine->ops)->report(action, engine);	\
			leave(task, engine, entered);					\
		}									\
		barrier();								\
	}										\
	if (action != 1)								\
		abort();								\
}

LOOP(nop, nop_enter, nop_leave)
LOOP(record, record_enter, record_leave)
LOOP(two_barriers, record_enter, two_barriers_leave)
LOOP(repaired, record_enter, waking_leave)
LOOP(asymmetric, asymmetric_enter, waking_leave)
LOOP(epoch, epoch_enter, epoch_leave)
LOOP(counted, counted_enter, counted_leave)
LOOP(module_local, module_local_enter, module_local_leave)
LOOP(module, module_enter, module_leave)
LOOP(percpu_ref, percpu_ref_enter, percpu_ref_leave)
LOOP(srcu, srcu_enter, srcu_leave)
LOOP(srcu_fast, srcu_fast_enter, srcu_fast_leave)
LOOP(preempt_off, preempt_off_enter, preempt_off_leave)

static const struct ops nop = { report_nop }, sync_ops = { report_sync };

/* The first one is what the others are compared with. */
static const struct option {
	const char *name, *callback;
	void (*loop)(struct task *task, struct engine *engine, long calls);
	const struct ops *ops;
} options[] = {
	{ "unsynchronised", "-", loop_nop, &nop },
	{ "unsynchronised", "sync", loop_nop, &sync_ops },
	{ "record", "-", loop_record, &nop },
	{ "record-two-barriers", "-", loop_two_barriers, &nop },
	{ "repaired-barrier", "-", loop_repaired, &nop },
	{ "epoch", "-", loop_epoch, &nop },
	{ "counted", "-", loop_counted, &nop },
	{ "completion", "-", loop_counted, &nop },
	{ "module-ref", "-", loop_module_local, &nop },
	{ "module-ref-today", "-", loop_module, &nop },
	{ "percpu-ref", "-", loop_percpu_ref, &nop },
	{ "srcu", "-", loop_srcu, &nop },
	{ "srcu-fast", "-", loop_srcu_fast, &nop },
	{ "preempt-off", "-", loop_preempt_off, &nop },
	{ "asymmetric-fence", "-", loop_asymmetric, &nop },
};

#define OPTIONS (sizeof(options) / sizeof(options[0]))

static struct processor processors[MOST_THREADS];
static struct task tasks[MOST_THREADS];
static struct shared lines[MOST_THREADS];
static struct engine engines[MOST_THREADS];

static pthread_barrier_t start;
static int cpus[MOST_THREADS];

struct job {
	int thread;
	const struct option *option;
	long calls;
	long ns;
};

static long thread_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return now.tv_sec * 1000000000L + now.tv_nsec;
}

static void *run(void *data)
{
	struct job *job = data;
	struct task *task = &tasks[job->thread];
	struct engine *engine = &engines[job->thread];
	cpu_set_t set;
	long begin;

	CPU_ZERO(&set);
	CPU_SET(cpus[job->thread], &set);
	if (pthread_setaffinity_np(pthread_self(), sizeof(set), &set)) {
		fprintf(stderr, "fast-path: could not be pinned to processor %d\n", cpus[job->thread]);
		exit(1);
	}
	/* Once to warm up, until all threads are there. */
	job->option->loop(task, engine, job->calls / 16 + 1);
	pthread_barrier_wait(&start);
	begin = thread_ns();
	job->option->loop(task, engine, job->calls);
	job->ns = thread_ns() - begin;
	return NULL;
}

static void measure(const struct option *option, int threads, bool is_shared, int round, long calls)
{
	struct job jobs[MOST_THREADS];
	pthread_t ids[MOST_THREADS];
	int i;

	pthread_barrier_init(&start, NULL, threads);
	for (i = 0; i < threads; i++) {
		engines[i] = (struct engine){ option->ops, EVENT, &lines[is_shared ? 0 : i], 1, 0 };
		jobs[i] = (struct job){ i, option, calls, 0 };
	}
	for (i = 0; i < threads; i++) {
		if (pthread_create(&ids[i], NULL, run, &jobs[i])) {
			fprintf(stderr, "fast-path: could not start a thread\n");
			exit(1);
		}
	}
	for (i = 0; i < threads; i++)
		pthread_join(ids[i], NULL);
	pthread_barrier_destroy(&start);
	for (i = 0; i < threads; i++) {
		printf("fast option=%s callback=%s threads=%d line=%s round=%d thread=%d calls=%ld ns=%ld\n", option->name,
		       option->callback, threads, is_shared ? "shared" : "private", round, i, calls, jobs[i].ns);
	}
}

/* The processors that this process may use; fewer than two are told of, and two threads are left out. */
static int find_cpus(void)
{
	cpu_set_t set;
	int cpu, found = 0;

	if (sched_getaffinity(0, sizeof(set), &set))
		return 0;
	for (cpu = 0; cpu < CPU_SETSIZE && found < MOST_THREADS; cpu++) {
		if (CPU_ISSET(cpu, &set))
			cpus[found++] = cpu;
	}
	return found;
}

static long number(const char *text)
{
	char *end;
	long value = strtol(text, &end, 10);

	if (*text && !*end && value > 0)
		return value;
	fprintf(stderr, "fast-path: unexpected \"%s\", expected a number from 1\n", text);
	exit(2);
}

int main(int argc, char **argv)
{
	long calls = 200000, rounds = 21;
	int i, found, threads, round, is_shared;
	size_t which;

	while ((i = getopt(argc, argv, "n:r:")) != -1) {
		if (i == 'n')
			calls = number(optarg);
		else if (i == 'r')
			rounds = number(optarg);
		else
			return 2;
	}
	found = find_cpus();
	for (i = 0; i < MOST_THREADS; i++) {
		tasks[i].processor = &processors[i];
		processors[i].preempt_count = 1;	/* so that it never gets to the scheduler */
		lines[i].inflight.counter = lines[i].module_refcount.counter = lines[i].test_count.counter = 1;
	}
	for (round = 0; round < rounds; round++) {
		for (threads = 1; threads <= found; threads++) {
			for (is_shared = 0; is_shared < 2; is_shared++) {
				for (which = 0; which < OPTIONS; which++)
					measure(&options[(which + round) % OPTIONS], threads, is_shared, round, calls);
			}
		}
	}
	return 0;
}
