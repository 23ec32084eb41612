/**
 * An initramfs as the kernel unpacks it: a cpio archive in the "newc" format
 * (Documentation/driver-api/early-userspace/buffer-format.rst). Written here, so that it needs neither root for the device nodes nor
 * a folder with the same content, and the same files give the same bytes.
 */

export type ArchiveEntry =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string; readonly bytes: Uint8Array; readonly isProgram: boolean }
  | { readonly kind: 'device'; readonly path: string; readonly major: number; readonly minor: number };

const typeBits = { folder: 0o040000, file: 0o100000, device: 0o020000 } as const;

/** Paths are relative to the root, without `/` in front; folders above an entry are added where they are missing. */
export function newcArchive(entries: readonly ArchiveEntry[]): Uint8Array {
  const all = withFolders(entries);
  const parts = all.map((entry, index) => newcEntry(entry, index + 1));
  parts.push(
    record({ path: 'TRAILER!!!', inode: 0, mode: 0, links: 1, bytes: new Uint8Array(), device: [0, 0] }),
  );
  return Buffer.concat(parts);
}

function withFolders(entries: readonly ArchiveEntry[]): readonly ArchiveEntry[] {
  const all = new Map<string, ArchiveEntry>();
  for (const entry of entries) {
    const names = entry.path.split('/');
    for (let count = 1; count < names.length; count += 1) {
      const path = names.slice(0, count).join('/');
      if (!all.has(path)) all.set(path, { kind: 'folder', path });
    }
    all.set(entry.path, entry);
  }
  return [...all.values()];
}

function newcEntry(entry: ArchiveEntry, inode: number): Buffer {
  const { kind, path } = entry;
  const rights = kind === 'folder' || (kind === 'file' && entry.isProgram) ? 0o755 : 0o644;
  return record({
    path,
    inode,
    mode: typeBits[kind] | rights,
    links: kind === 'folder' ? 2 : 1,
    bytes: kind === 'file' ? entry.bytes : new Uint8Array(),
    device: kind === 'device' ? [entry.major, entry.minor] : [0, 0],
  });
}

interface Header {
  readonly path: string;
  readonly inode: number;
  readonly mode: number;
  readonly links: number;
  readonly bytes: Uint8Array;
  /** Major and minor number of a device node. */
  readonly device: readonly [number, number];
}

/** A header of 110 characters and the name are padded to a multiple of four bytes, and so is the content. */
function record({ path, inode, mode, links, bytes, device: [major, minor] }: Header): Buffer {
  const name = Buffer.from(`${path}\0`);
  const [owner, group, time, deviceMajor, deviceMinor, check] = [0, 0, 0, 0, 0, 0];
  const fields = [
    inode,
    mode,
    owner,
    group,
    links,
    time,
    bytes.length,
    deviceMajor,
    deviceMinor,
    major,
    minor,
  ];
  const header = [...fields, name.length, check].map((one) => one.toString(16).padStart(8, '0')).join('');
  return Buffer.concat([
    padded(Buffer.concat([Buffer.from(`070701${header}`), name])),
    padded(Buffer.from(bytes)),
  ]);
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}
