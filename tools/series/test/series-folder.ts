import type { Read, Series, SeriesFolder } from '../src/index.js';

/** A series in a folder of this name, with one patch. */
export function folderOf(read: Read<Series>, folder: string): SeriesFolder {
  if (!read.ok) throw new Error('it is right');
  return { series: read.value, folder, patches: ['0001-one.patch'], placeAt: read.placeAt };
}
