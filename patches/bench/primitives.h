/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The kernel's primitives, as far as the fast paths use them, for a program in user space: the same instructions on x86-64, and
 * what the compiler makes of its own atomics elsewhere. A processor's own data is reached through a pointer instead of a segment.
 */
#ifndef PRIMITIVES_H
#define PRIMITIVES_H

#include <stdbool.h>
#include <stdint.h>

#define CACHE_LINE 64
#define __aligned_line __attribute__((aligned(2 * CACHE_LINE)))	/* two: processors fetch lines in pairs */
#define noinline __attribute__((noinline))
#ifndef __always_inline
#define __always_inline inline __attribute__((always_inline))
#endif
#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)

#define READ_ONCE(x) (*(const volatile __typeof__(x) *)&(x))
#define WRITE_ONCE(x, value) (*(volatile __typeof__(x) *)&(x) = (value))
#define barrier() asm volatile("" : : : "memory")

typedef struct {
	int counter;
} atomic_t;

#ifdef __x86_64__

#define smp_mb() asm volatile("lock; addl $0,-4(%%rsp)" : : : "memory", "cc")
#define smp_store_release(p, value) do { barrier(); WRITE_ONCE(*(p), value); } while (0)

static __always_inline void atomic_inc(atomic_t *v)
{
	asm volatile("lock; incl %0" : "+m" (v->counter) : : "memory", "cc");
}

static __always_inline bool atomic_dec_and_test(atomic_t *v)
{
	bool is_zero;

	asm volatile("lock; decl %0" : "+m" (v->counter), "=@cce" (is_zero) : : "memory");
	return is_zero;
}

static __always_inline bool atomic_try_cmpxchg(atomic_t *v, int *old, int new)
{
	bool is_done;

	asm volatile("lock; cmpxchgl %3, %1"
		     : "=@ccz" (is_done), "+m" (v->counter), "+a" (*old) : "r" (new) : "memory");
	return is_done;
}

/* this_cpu_inc(): one instruction, so that no interrupt can come between, and no lock. */
static __always_inline void this_cpu_inc(uint64_t *count)
{
	asm volatile("incq %0" : "+m" (*count) : : "cc");
}

static __always_inline void this_cpu_dec(uint64_t *count)
{
	asm volatile("decq %0" : "+m" (*count) : : "cc");
}

static __always_inline bool this_cpu_dec_and_test(uint32_t *count)
{
	bool is_zero;

	asm volatile("decl %0" : "+m" (*count), "=@cce" (is_zero));
	return is_zero;
}

static __always_inline void preempt_count_inc(uint32_t *count)
{
	asm volatile("incl %0" : "+m" (*count) : : "cc");
}

#else

#define smp_mb() __atomic_thread_fence(__ATOMIC_SEQ_CST)
#define smp_store_release(p, value) __atomic_store_n(p, value, __ATOMIC_RELEASE)

static __always_inline void atomic_inc(atomic_t *v)
{
	__atomic_fetch_add(&v->counter, 1, __ATOMIC_RELAXED);
}

static __always_inline bool atomic_dec_and_test(atomic_t *v)
{
	return __atomic_sub_fetch(&v->counter, 1, __ATOMIC_SEQ_CST) == 0;
}

static __always_inline bool atomic_try_cmpxchg(atomic_t *v, int *old, int new)
{
	return __atomic_compare_exchange_n(&v->counter, old, new, false, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED);
}

static __always_inline void this_cpu_inc(uint64_t *count)
{
	WRITE_ONCE(*count, READ_ONCE(*count) + 1);
}

static __always_inline void this_cpu_dec(uint64_t *count)
{
	WRITE_ONCE(*count, READ_ONCE(*count) - 1);
}

static __always_inline bool this_cpu_dec_and_test(uint32_t *count)
{
	WRITE_ONCE(*count, READ_ONCE(*count) - 1);
	return READ_ONCE(*count) == 0;
}

static __always_inline void preempt_count_inc(uint32_t *count)
{
	WRITE_ONCE(*count, READ_ONCE(*count) + 1);
}

#endif

static __always_inline bool atomic_inc_not_zero(atomic_t *v)
{
	int old = READ_ONCE(v->counter);

	do {
		if (unlikely(!old))
			return false;
	} while (!atomic_try_cmpxchg(v, &old, old + 1));
	return true;
}

/* The count that it leaves, or a negative number and nothing was changed. */
static __always_inline int atomic_dec_if_positive(atomic_t *v)
{
	int old = READ_ONCE(v->counter);

	do {
		if (unlikely(old <= 0))
			break;
	} while (!atomic_try_cmpxchg(v, &old, old - 1));
	return old - 1;
}

#endif /* PRIMITIVES_H */
