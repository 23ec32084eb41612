/**
 * A guest without a kernel: QEMU loads it as a multiboot image, it enters long mode, runs marked loops whose bodies are given, and ends
 * the emulator. What an iteration costs can be counted by hand.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ticks = 1000;

/** Of an iteration, besides its body: tick, dec, jnz. */
export const frame = 3;

/** The first program that is missing, or undefined. */
export function missingProgram(): string | undefined {
  return ['qemu-system-x86_64', 'gcc', 'ld'].find(
    (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status !== 0,
  );
}

export function buildPlugin(folder: string): string {
  const source = fileURLToPath(new URL('../../plugin/count.c', import.meta.url));
  const plugin = join(folder, 'count.so');
  execFileSync('gcc', ['-O2', '-Wall', '-Wextra', '-Werror', '-shared', '-fPIC', '-o', plugin, source]);
  return plugin;
}

/** Runs loop i as run i, and gives the plugin's file. A body is assembler, with 1024 free bytes at rdi, aligned; rcx is the loop's. */
export function countLoops(bodies: readonly string[], plugin: string, folder: string): string {
  const [source, image, counts] = ['guest.S', 'guest.elf', 'counts.jsonl'].map((name) => join(folder, name));
  writeFileSync(source!, guest(bodies));
  execFileSync('gcc', ['-m32', '-c', '-o', `${source}.o`, source!]);
  execFileSync('ld', ['-m', 'elf_i386', '-Ttext=0x100000', '-e', 'start', '-o', image!, `${source}.o`]);
  const machine = ['-nodefaults', '-display', 'none', '-no-reboot', '-accel', 'tcg', '-m', '64'];
  const exit = ['-device', 'isa-debug-exit,iobase=0xf4,iosize=4'];
  const words = [...machine, ...exit, '-plugin', `${plugin},out=${counts}`, '-kernel', image!];
  const { status, stderr } = spawnSync('qemu-system-x86_64', words, { timeout: 60_000, encoding: 'utf8' });
  // The device turns the 0 that the guest writes into a status of 1.
  if (status !== 1) throw new Error(`the guest ended with ${status}: ${stderr}`);
  return readFileSync(counts!, 'utf8');
}

function mark(kind: number): string {
  return `nopl 0x${(0x51554900 | kind).toString(16)}(%rax,%rax,1)`;
}

function loop(body: string, run: number): string {
  const bits = [...run.toString(2).padStart(8, '0')].map((bit) => mark(bit === '1' ? 5 : 4));
  return `${bits.join('\n')}
${mark(2)}
mov $${ticks}, %ecx
1: ${mark(1)}
${body}
dec %ecx
jnz 1b
${mark(3)}`;
}

/** Pages of 2 MiB map the first GiB to itself. */
function guest(bodies: readonly string[]): string {
  return `.code32
.globl start
.text
.balign 4
.long 0x1badb002, 0, -0x1badb002
start: mov $stack, %esp
movl $pdpt + 3, pml4
movl $pd + 3, pdpt
movl $0x83, pd
mov $pml4, %eax
mov %eax, %cr3
mov $0x620, %eax	/* PAE, and the instructions of SSE */
mov %eax, %cr4
mov $0xc0000080, %ecx
rdmsr
or $0x100, %eax
wrmsr
mov %cr0, %eax
or $0x80000000, %eax
mov %eax, %cr0
lgdt gdtr
ljmp $8, $long
.code64
long: mov $memory, %edi
${bodies.map(loop).join('\n')}
xor %eax, %eax
out %al, $0xf4
2: hlt
jmp 2b
.data
gdt: .quad 0, 0x00209a0000000000
gdtr: .word gdtr - gdt - 1
.long gdt
.balign 64
memory: .skip 1024
.bss
.balign 4096
pml4: .skip 4096
pdpt: .skip 4096
pd: .skip 4096
.skip 4096
stack:
`;
}
