/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The bracket that each design option puts around a callback, and nothing of what detach does about it.
 */
#ifndef BRACKETS_H
#define BRACKETS_H

#include <stddef.h>
#include <stdlib.h>

#include "primitives.h"

#define EVENT 0x40
#define DEAD 0x3

struct engine;

struct ops {
	unsigned int (*report)(unsigned int action, struct engine *engine);
};

/* What belongs to a processor. */
struct processor {
	uint64_t lock_count[2], unlock_count[2];
	uint64_t references;
	uint32_t preempt_count;
} __aligned_line;

/* What belongs to the traced task, which only itself writes. */
struct task {
	struct engine *reporting;
	uint64_t epoch;
	int rcu_nesting;
	int rcu_special;
	struct processor *processor;
} __aligned_line;

/* What an engine, its module or its domain of grace periods has; the line that is private or shared. */
struct shared {
	atomic_t inflight;
	atomic_t module_refcount;
	int module_state;
	unsigned long percpu_ref;
	int srcu_idx;
	atomic_t test_count;
} __aligned_line;

struct engine {
	const struct ops *ops;
	unsigned long flags;
	struct shared *shared;
	unsigned long boring;
	int waiters;
} __aligned_line;

/*
 * The two ends of each option's bracket. enter() comes before flags and table are read; it gives what leave() needs when the callback has
 * answered, or DO_NOT_CALL.
 */
#define DO_NOT_CALL -1

static __always_inline int nop_enter(struct task *task, struct engine *engine)
{
	return 0;
}

static __always_inline void nop_leave(struct task *task, struct engine *engine, int entered)
{
}

/* The fence is between the record and the table; its partner is in detach, between the table and the record. */
static __always_inline int record_enter(struct task *task, struct engine *engine)
{
	WRITE_ONCE(task->reporting, engine);
	smp_mb();
	return 0;
}

static __always_inline void record_leave(struct task *task, struct engine *engine, int entered)
{
	smp_store_release(&task->reporting, NULL);
}

/* With a full fence behind the callback too, where a release would do. */
static __always_inline void two_barriers_leave(struct task *task, struct engine *engine, int entered)
{
	smp_mb();
	WRITE_ONCE(task->reporting, NULL);
}

/* Whoever waits is woken. */
static __always_inline void waking_leave(struct task *task, struct engine *engine, int entered)
{
	smp_store_release(&task->reporting, NULL);
	if (unlikely(READ_ONCE(engine->waiters)))
		abort();
}

/* Detach makes the processors execute the fence that is missing here. */
static __always_inline int asymmetric_enter(struct task *task, struct engine *engine)
{
	WRITE_ONCE(task->reporting, engine);
	barrier();
	return 0;
}

static __always_inline int epoch_enter(struct task *task, struct engine *engine)
{
	WRITE_ONCE(task->epoch, task->epoch + 1);
	smp_mb();
	return 0;
}

static __always_inline void epoch_leave(struct task *task, struct engine *engine, int entered)
{
	smp_store_release(&task->epoch, task->epoch + 1);
}

static __always_inline int counted_enter(struct task *task, struct engine *engine)
{
	return atomic_inc_not_zero(&engine->shared->inflight) ? 0 : DO_NOT_CALL;
}

static __always_inline void counted_leave(struct task *task, struct engine *engine, int entered)
{
	if (unlikely(atomic_dec_and_test(&engine->shared->inflight)))
		abort();
}

static __always_inline void preempt_disable(struct task *task)
{
	preempt_count_inc(&task->processor->preempt_count);
	barrier();
}

static __always_inline void preempt_enable(struct task *task)
{
	barrier();
	if (unlikely(this_cpu_dec_and_test(&task->processor->preempt_count)))
		abort();
}

/* Of 2008: a module counted on each processor by itself. */
static __always_inline int module_local_enter(struct task *task, struct engine *engine)
{
	bool live;

	preempt_disable(task);
	live = likely(READ_ONCE(engine->shared->module_state) == 0);
	if (live)
		this_cpu_inc(&task->processor->references);
	preempt_enable(task);
	return live ? 0 : DO_NOT_CALL;
}

static __always_inline void module_local_leave(struct task *task, struct engine *engine, int entered)
{
	preempt_disable(task);
	this_cpu_dec(&task->processor->references);
	preempt_enable(task);
}

/* try_module_get() and module_put() of 6.1. */
static __always_inline int module_enter(struct task *task, struct engine *engine)
{
	bool live;

	preempt_disable(task);
	live = likely(READ_ONCE(engine->shared->module_state) == 0 &&
		      atomic_inc_not_zero(&engine->shared->module_refcount));
	preempt_enable(task);
	return live ? 0 : DO_NOT_CALL;
}

static __always_inline void module_leave(struct task *task, struct engine *engine, int entered)
{
	preempt_disable(task);
	if (unlikely(atomic_dec_if_positive(&engine->shared->module_refcount) < 0))
		abort();
	preempt_enable(task);
}

static __always_inline void rcu_read_lock(struct task *task)
{
	WRITE_ONCE(task->rcu_nesting, task->rcu_nesting + 1);
	barrier();
}

static __always_inline void rcu_read_unlock(struct task *task)
{
	barrier();
	WRITE_ONCE(task->rcu_nesting, task->rcu_nesting - 1);
	if (task->rcu_nesting == 0) {
		barrier();
		if (unlikely(READ_ONCE(task->rcu_special)))
			abort();
	}
}

/* percpu_ref_tryget_live() and percpu_ref_put() while nobody has killed the reference. */
static __always_inline int percpu_ref_enter(struct task *task, struct engine *engine)
{
	bool live;

	rcu_read_lock(task);
	live = likely(!(READ_ONCE(engine->shared->percpu_ref) & DEAD));
	if (live)
		this_cpu_inc(&task->processor->references);
	rcu_read_unlock(task);
	return live ? 0 : DO_NOT_CALL;
}

static __always_inline void percpu_ref_leave(struct task *task, struct engine *engine, int entered)
{
	rcu_read_lock(task);
	if (unlikely(READ_ONCE(engine->shared->percpu_ref) & DEAD))
		abort();
	this_cpu_dec(&task->processor->references);
	rcu_read_unlock(task);
}

/* The side that was entered has to be left, whichever it is by then. */
static __always_inline int srcu_enter(struct task *task, struct engine *engine)
{
	int side = READ_ONCE(engine->shared->srcu_idx) & 1;

	this_cpu_inc(&task->processor->lock_count[side]);
	smp_mb();
	return side;
}

static __always_inline void srcu_leave(struct task *task, struct engine *engine, int entered)
{
	smp_mb();
	this_cpu_inc(&task->processor->unlock_count[entered]);
}

static __always_inline int srcu_fast_enter(struct task *task, struct engine *engine)
{
	int side = READ_ONCE(engine->shared->srcu_idx) & 1;

	this_cpu_inc(&task->processor->lock_count[side]);
	barrier();
	return side;
}

static __always_inline void srcu_fast_leave(struct task *task, struct engine *engine, int entered)
{
	barrier();
	this_cpu_inc(&task->processor->unlock_count[entered]);
}

static __always_inline int preempt_off_enter(struct task *task, struct engine *engine)
{
	preempt_disable(task);
	return 0;
}

static __always_inline void preempt_off_leave(struct task *task, struct engine *engine, int entered)
{
	preempt_enable(task);
}

#endif /* BRACKETS_H */
